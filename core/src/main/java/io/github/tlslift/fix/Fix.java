package io.github.tlslift.fix;

import io.github.tlslift.check.Check;
import io.github.tlslift.check.CheckRequest;
import io.github.tlslift.check.RegistryExports;
import io.github.tlslift.edit.Change;
import io.github.tlslift.edit.NotEditableException;
import io.github.tlslift.fix.Choice.Chosen;
import io.github.tlslift.mend.Draft;
import io.github.tlslift.mend.Mends;
import io.github.tlslift.model.CheckReport;
import io.github.tlslift.walk.Inputs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Plans edits: each round gives every failing connection a cure, makes the edits in memory and
 * checks the tree that they make. A cure that does not turn its verdict then is dropped.
 */
public final class Fix {
  private static final int MOST_ROUNDS = 12;

  private final Path root;
  private final CheckRequest request;
  private final RegistryExports given;
  private final Optional<String> wanted;
  private final Map<String, Change> changes = new TreeMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private final Set<String> refused = new HashSet<>();

  private Fix(Path root, CheckRequest request, RegistryExports given, Optional<String> wanted) {
    this.root = root;
    this.request = request;
    this.given = given;
    this.wanted = wanted;
  }

  /**
   * The plan for what lies at a path; writes nothing.
   *
   * @param wanted the id or letter of the only cure to take; else the one of least reach
   */
  public static FixPlan plan(
      Path root, CheckRequest request, RegistryExports given, Optional<String> wanted) {
    return new Fix(root, request, given, wanted).plan();
  }

  private FixPlan plan() {
    Inputs inputs = Check.inputs(root, request);
    CheckReport before = check(inputs);
    CheckReport now = before;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<Step> tried = new ArrayList<>();
      List<Change> made = edits(new Choice(wanted, refused).of(now.connections()), inputs, tried);
      if (made.isEmpty()) {
        break;
      }
      Inputs next = inputs.with(bytes(made));
      CheckReport after = check(next);
      if (accepts(tried, now, after)) {
        made.forEach(c -> changes.merge(c.path(), c, Change::then));
        steps.addAll(tried);
        inputs = next;
        now = after;
      }
    }
    return new FixPlan(before, now, steps, refusals, List.copyOf(changes.values()));
  }

  private CheckReport check(Inputs inputs) {
    return Check.run(root, inputs, request, given);
  }

  private static Map<String, byte[]> bytes(List<Change> made) {
    Map<String, byte[]> bytes = new TreeMap<>();
    made.forEach(c -> bytes.put(c.path(), c.after()));
    return bytes;
  }

  private List<Change> edits(List<Chosen> chosen, Inputs inputs, List<Step> tried) {
    Draft all = new Draft(inputs);
    for (Chosen c : chosen) {
      Draft one = new Draft(inputs);
      try {
        Mends.edit(c.connection().process(), c.cure(), one);
        List<Change> own = one.changes();
        if (own.isEmpty()) {
          throw new NotEditableException("its edit changes nothing");
        }
        if (all.add(one)) {
          tried.add(new Step(c.connection(), c.cure(), own));
        }
      } catch (NotEditableException e) {
        refuse(c.connection(), c.cure(), String.valueOf(e.getMessage()));
      }
    }
    return changes(all);
  }

  private static List<Change> changes(Draft all) {
    try {
      return all.changes();
    } catch (NotEditableException e) {
      throw new IllegalStateException("each part of it was applied before", e);
    }
  }

  // All or none: what does not turn is dropped, and the rest tried again without it.
  private boolean accepts(List<Step> tried, CheckReport before, CheckReport after) {
    Outcomes then = Outcomes.of(after);
    List<Step> vain =
        tried.stream().filter(s -> !then.connects(s.connection(), s.cure().worksOn())).toList();
    vain.forEach(s -> refuse(s, "the edit does not turn the verdict"));
    boolean worse = vain.isEmpty() && then.isWorseThan(Outcomes.of(before));
    if (worse) {
      tried.forEach(s -> refuse(s, "the edit would stop what connects now"));
    }
    return vain.isEmpty() && !worse;
  }

  private void refuse(Step step, String reason) {
    refuse(step.connection(), step.cure(), reason);
  }

  private void refuse(
      io.github.tlslift.model.Connection c, io.github.tlslift.model.Cure cure, String reason) {
    if (refused.add(Choice.key(c, cure))) {
      refusals.add(new Refusal(c.process().name(), cure.id(), reason));
    }
  }
}
