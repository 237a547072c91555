package io.github.tlslift.dotnet.assembly.fold;

import io.github.tlslift.io.MalformedInputException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs a method on what its values may be (abstract interpretation): where ways meet, both may be
 * true, until nothing new comes of it. Then everything is looked at once.
 */
final class Interpreter {
  private static final int PATIENCE = 64;

  private final Program program;
  private final int method;
  private final Code code;
  private final Arguments arguments;
  private final Set<Origin> follow;
  private final Map<Integer, State> entries = new HashMap<>();
  private final Map<Integer, Integer> visits = new HashMap<>();
  private final Deque<Integer> open = new ArrayDeque<>();

  Interpreter(Program program, int method, Code code, Arguments arguments, Set<Origin> follow) {
    this.program = program;
    this.method = method;
    this.code = code;
    this.arguments = arguments;
    this.follow = follow;
  }

  /** Runs until nothing changes, then shows each instruction that can be reached. */
  void run(List<Observer> observers) throws MalformedInputException {
    if (code.size() == 0) {
      return;
    }
    long arrays;
    do {
      arrays = program.arrays().changes();
      entries.put(0, new State());
      open.add(0);
      settle();
    } while (program.arrays().changes() != arrays);
    for (Map.Entry<Integer, State> entry : Map.copyOf(entries).entrySet()) {
      block(entry.getKey(), entry.getValue().copy(), observers, false);
    }
  }

  private void settle() throws MalformedInputException {
    while (!open.isEmpty()) {
      int start = open.pop();
      if (program.isExhausted()) {
        open.clear();
        return;
      }
      visits.merge(start, 1, Integer::sum);
      block(start, copyOf(start), List.of(), true);
    }
  }

  private State copyOf(int start) {
    State entry = entries.get(start);
    return entry == null ? new State() : entry.copy();
  }

  private void block(int start, State state, List<Observer> observers, boolean spread)
      throws MalformedInputException {
    Evaluator evaluator = new Evaluator(program, method, code, arguments, state, follow, observers);
    int index = start;
    while (true) {
      if (spread) {
        for (int handler : code.handlers(index)) {
          reach(handler, caught(handler, state));
        }
      }
      evaluator.step(code.at(index));
      boolean ends = index + 1 >= code.size() || code.isLeader(index + 1);
      if (ends) {
        if (spread) {
          leave(index, state);
        }
        return;
      }
      index++;
    }
  }

  private State caught(int handler, State state) {
    State at = state.withoutStack();
    if (code.catches(handler)) {
      at.push(Slot.unknown("an exception"));
    }
    return at;
  }

  private void leave(int index, State state) {
    if (code.at(index).name().startsWith("leave")) {
      state.clear();
    }
    code.next(index).forEach(next -> reach(next, state));
    if (code.at(index).name().equals("endfinally")) {
      code.after(index).forEach(next -> reach(next, state.withoutStack()));
    }
  }

  private void reach(int index, State state) {
    State known = entries.get(index);
    if (known == null) {
      entries.put(index, state.copy());
      open.add(index);
      return;
    }
    if (visits.getOrDefault(index, 0) > PATIENCE) {
      known.widen(state);
      if (visits.getOrDefault(index, 0) > 2 * PATIENCE) {
        return;
      }
    }
    if (known.join(state, arguments) && !open.contains(index)) {
      open.add(index);
    }
  }
}
