package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Guard;
import io.github.tlslift.model.Moment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps time: when each place runs, and in which process. */
final class Moments {
  private static final int MOST = 8;

  private final Map<ApiUse, List<Moment>> all = new HashMap<>();
  private final Map<ApiUse, Integer> statements = new HashMap<>();
  private int clock;
  private int statement;
  private int begun;
  private int process;
  private int processes;

  /** Runs the statements of a body; each begins with {@link #nextStatement}. */
  void within(Runnable body) {
    int around = statement;
    body.run();
    statement = around;
  }

  void nextStatement() {
    statement = ++begun;
  }

  /** Runs something in a process of its own. */
  void elsewhere(Runnable run) {
    int before = process;
    process = ++processes;
    run.run();
    process = before;
  }

  /** Notes that a place runs now. */
  void note(ApiUse use, Guard guard) {
    List<Moment> moments = all.computeIfAbsent(use, u -> new ArrayList<>());
    @Nullable Integer before = statements.put(use, statement);
    if (before != null && before == statement) {
      // Of the expressions that begin at one place the outermost runs last.
      moments.set(moments.size() - 1, new Moment(++clock, guard, process));
    } else if (moments.size() < MOST) {
      moments.add(new Moment(++clock, guard, process));
    }
  }

  /** When it runs; empty where that is not known. */
  List<Moment> of(ApiUse use) {
    return all.getOrDefault(use, List.of());
  }
}
