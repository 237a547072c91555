package io.github.tlslift.fix;

import io.github.tlslift.check.Check;
import io.github.tlslift.check.CheckRequest;
import io.github.tlslift.check.RegistryExports;
import io.github.tlslift.edit.Change;
import io.github.tlslift.edit.NotEditableException;
import io.github.tlslift.mend.Draft;
import io.github.tlslift.mend.Mends;
import io.github.tlslift.model.CheckReport;
import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Cure;
import io.github.tlslift.walk.Inputs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The edits that mend what lies at a path.
 *
 * @param before the report on the files as they are
 * @param repairs one for each process that can be mended by an edit of its files
 * @param unmended failing connections that no edit of files mends
 * @param changes what all repairs together make of the files
 * @param after the report on the files as they would be
 */
public record Fix(
    CheckReport before,
    List<Repair> repairs,
    List<Connection> unmended,
    List<Change> changes,
    CheckReport after) {

  /** Copies the lists. */
  public Fix {
    repairs = List.copyOf(repairs);
    unmended = List.copyOf(unmended);
    changes = List.copyOf(changes);
  }

  /**
   * Plans the edits; writes nothing.
   *
   * @param only the id of the cure to take; empty for the one of least reach that turns the verdict
   */
  public static Fix plan(
      Path root, CheckRequest request, RegistryExports given, Optional<String> only) {
    Inputs inputs = Check.inputs(root, request);
    CheckReport before = Check.run(root, inputs, request, given);
    Draft all = new Draft(inputs);
    List<Repair> repairs = new ArrayList<>();
    List<Connection> unmended = new ArrayList<>();
    Set<String> done = new HashSet<>();
    for (Connection c : before.connections()) {
      if (c.fails() || c.depends()) {
        Optional<Cure> cure = choose(c, only);
        cure.ifPresentOrElse(
            chosen -> repair(c, chosen, inputs, all, done).ifPresent(repairs::add),
            () -> unmended.add(c));
      }
    }
    List<Change> changes = changes(all);
    CheckReport after =
        changes.isEmpty() ? before : Check.run(root, inputs.with(bytes(changes)), request, given);
    return new Fix(before, repairs, unmended, changes, after);
  }

  // They come in the order of their reach. One that works on every Windows is better than one that
  // works on some.
  private static Optional<Cure> choose(Connection c, Optional<String> only) {
    List<Cure> fitting =
        c.cures().stream()
            .filter(Mends::edits)
            .filter(cure -> only.isEmpty() || only.get().equals(cure.id()))
            .toList();
    return fitting.stream()
        .filter(cure -> cure.failsOn().isEmpty())
        .findFirst()
        .or(() -> fitting.stream().findFirst());
  }

  private static Optional<Repair> repair(
      Connection c, Cure cure, Inputs inputs, Draft all, Set<String> done) {
    if (!done.add(c.process().path() + " " + c.process().name() + " " + cure.id() + cure.at())) {
      return Optional.empty();
    }
    try {
      Draft own = new Draft(inputs);
      Mends.edit(c.process(), cure, own);
      all.add(own);
      return Optional.of(new Repair(c, cure, own.changes(), ""));
    } catch (NotEditableException e) {
      return Optional.of(new Repair(c, cure, List.of(), String.valueOf(e.getMessage())));
    }
  }

  private static List<Change> changes(Draft all) {
    try {
      return all.changes();
    } catch (NotEditableException e) {
      throw new IllegalStateException("each of the edits could be made alone", e);
    }
  }

  private static Map<String, byte[]> bytes(List<Change> changes) {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    changes.forEach(c -> bytes.put(c.path(), c.after()));
    return bytes;
  }
}
