package io.github.tlslift.cli;

import io.github.tlslift.edit.UnifiedDiff;
import io.github.tlslift.fix.Fix;
import io.github.tlslift.fix.Repair;
import io.github.tlslift.model.CheckReport;
import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Cure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Edits for people: what each is, its diff, and what becomes of the verdict. */
final class FixText {
  private static final String INDENT = "      ";

  private final StringBuilder out = new StringBuilder();

  private FixText() {}

  static String of(Fix fix, boolean applied, Path path) {
    FixText text = new FixText();
    fix.repairs().forEach(r -> text.repair(r, fix));
    fix.unmended().forEach(text::unmended);
    text.end(fix, applied, path);
    return text.out.toString();
  }

  private void repair(Repair r, Fix fix) {
    Connection c = r.connection();
    line(
        c.process().name()
            + " → "
            + c.destination()
            + "   "
            + verdict(Optional.of(c))
            + " → "
            + (r.changes().isEmpty() ? verdict(Optional.of(c)) : verdict(same(c, fix.after()))));
    line("");
    Cure cure = r.cure();
    field("cure", cure.id() + ", " + cure.applicability().name() + ": " + cure.title());
    if (!cure.needs().isEmpty()) {
      field("needs", cure.needs());
    }
    cure.alsoChanges().forEach(a -> field("changes", a));
    if (!cure.failsOn().isEmpty()) {
      field("not on", String.join(", ", cure.failsOn()));
    }
    if (!r.refused().isEmpty()) {
      field("by hand", r.refused());
    }
    line("");
    r.changes().forEach(change -> UnifiedDiff.lines(change).forEach(this::line));
    line("");
  }

  // The process and the endpoint stay; the call may have lost its argument.
  private static Optional<Connection> same(Connection before, CheckReport after) {
    List<Connection> all =
        after.connections().stream()
            .filter(c -> c.process().name().equals(before.process().name()))
            .filter(c -> c.process().path().equals(before.process().path()))
            .filter(c -> c.destination().equals(before.destination()))
            .toList();
    return all.stream()
        .filter(c -> c.api() == before.api())
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  private static String verdict(Optional<Connection> c) {
    return c.map(x -> x.fails() ? "FAILS" : x.depends() ? "DEPENDS" : "CONNECTS").orElse("gone");
  }

  private void unmended(Connection c) {
    line(c.process().name() + " → " + c.destination() + "   " + verdict(Optional.of(c)));
    line("");
    field("no edit", "of its files mends it");
    c.cures().forEach(cure -> field("instead", cure.id() + ": " + cure.title()));
    line("");
  }

  private void end(Fix fix, boolean applied, Path path) {
    int files = fix.changes().size();
    if (files == 0) {
      line(
          fix.repairs().isEmpty() && fix.unmended().isEmpty()
              ? "nothing to mend"
              : "nothing to edit");
    } else if (applied) {
      line(
          files
              + (files == 1 ? " file" : " files")
              + " written; tlslift undo "
              + path
              + " puts the bytes from before back");
    } else {
      line(
          files
              + (files == 1 ? " file" : " files")
              + " would change; the same command with --apply writes");
    }
  }

  private void field(String name, String value) {
    line(INDENT + String.format("%-10s", name) + value);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
