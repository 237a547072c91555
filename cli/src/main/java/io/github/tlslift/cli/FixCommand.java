package io.github.tlslift.cli;

import io.github.tlslift.apply.Applier;
import io.github.tlslift.apply.RefusedException;
import io.github.tlslift.check.Check;
import io.github.tlslift.check.RegistryExports;
import io.github.tlslift.edit.UnifiedDiff;
import io.github.tlslift.fix.Fix;
import io.github.tlslift.fix.FixPlan;
import io.github.tlslift.model.Connection;
import io.github.tlslift.report.FixText;
import io.github.tlslift.rollout.Artifact;
import io.github.tlslift.rollout.Rollout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tlslift fix}: the edits that mend what fails, shown or written. */
@Command(
    name = "fix",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows the edits that make what fails connect, and the verdict before and after.",
      "Writes nothing without --apply."
    },
    footer = {
      "",
      "Examples:",
      "  tlslift fix src --to contoso.sharepoint.com",
      "  tlslift fix src --to contoso.sharepoint.com --apply",
      "  tlslift fix src --cure pin-removal --patch pins.patch",
      "  tlslift fix src --cure registry-strong-crypto --registry server.reg \\",
      "      --out mended",
      "",
      "Without --cure each process gets the edit of least reach that turns its",
      "verdict: its config, its code, its target. Registry values, the config of a",
      "host and the relay are never applied: --out writes files for whoever",
      "administers the machine.",
      "",
      "Exit codes: 0 everything connects, or would; 1 something would still fail;",
      "2 wrong use, or a file that cannot be written; 3 something could not be read;",
      "4 our own fault."
    })
final class FixCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PATH", description = "a folder, archive or file")
  Path path = Path.of(".");

  @Option(
      names = "--cure",
      paramLabel = "ID",
      description = "only this cure, by its id or its letter in the report of check")
  Optional<String> cure = Optional.empty();

  @Option(names = "--apply", description = "writes the edits, and keeps what undo needs")
  boolean apply;

  @Option(
      names = "--allow-dirty",
      description = "with --apply: also files with changes that are not committed to git")
  boolean allowDirty;

  @Option(
      names = "--patch",
      paramLabel = "FILE",
      description = "writes the edits as a patch for git apply")
  Optional<Path> patch = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "writes registry files with their inverse, scripts and host configs there")
  Optional<Path> out = Optional.empty();

  @Mixin CaseOptions asked = new CaseOptions();

  @Mixin LayoutOptions layout = new LayoutOptions();

  @Override
  public Integer call() {
    Path root = Words.existing(path, "name a folder or file that exists");
    RegistryExports given = asked.exports();
    FixPlan plan = Fix.plan(root, asked.request(given), given, cure);
    List<Rollout.Handed> handed = Rollout.of(failing(plan), cure, given.values());
    requireKnown(plan);
    boolean written = apply && !plan.changes().isEmpty();
    if (written) {
      write(Check.base(root), plan);
    }
    patch.ifPresent(f -> Output.write(UnifiedDiff.patch(plan.changes()), f, "--patch"));
    out.ifPresent(d -> handed.forEach(h -> h.files().forEach(a -> write(d, a))));
    say(plan, handed, written);
    return exitCode(plan);
  }

  // What was asked for by name is handed on for whatever fails now, else for what would still.
  private List<Connection> failing(FixPlan plan) {
    return cure.isPresent()
        ? plan.before().connections().stream().filter(c -> c.fails() || c.depends()).toList()
        : plan.remaining();
  }

  private void requireKnown(FixPlan plan) {
    List<String> offered =
        plan.before().connections().stream()
            .flatMap(c -> c.cures().stream())
            .map(c -> c.id())
            .distinct()
            .toList();
    cure.filter(c -> c.length() > 1 && !offered.contains(c) && !offered.isEmpty())
        .ifPresent(
            c -> {
              throw new WrongUse("nothing here is cured by '" + c + "'" + Words.near(c, offered));
            });
  }

  private void write(Path base, FixPlan plan) {
    if (!Files.isDirectory(base) || !Files.isDirectory(path) && isArchive()) {
      throw new WrongUse(path + " is an archive; unpack it, and fix the folder");
    }
    List<String> dirty = Changes.uncommitted(base, plan.changes());
    if (!dirty.isEmpty() && !allowDirty) {
      throw new WrongUse(
          String.join(", ", dirty)
              + (dirty.size() == 1 ? " has" : " have")
              + " changes that are not committed; nothing was written. Commit them, or add"
              + " --allow-dirty");
    }
    try {
      new Applier(base).apply(plan.changes());
    } catch (RefusedException e) {
      throw new WrongUse(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new WrongUse("cannot write below " + base + ": " + e + "; nothing was changed");
    }
  }

  private boolean isArchive() {
    String name = path.toString().toLowerCase(java.util.Locale.ROOT);
    return name.endsWith(".zip") || name.endsWith(".nupkg") || name.endsWith(".vsix");
  }

  private static void write(Path folder, Artifact artifact) {
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(artifact.name()), artifact.bytes());
    } catch (IOException e) {
      throw new WrongUse("cannot write to " + folder + ": " + e + "; name another --out");
    }
  }

  private void say(FixPlan plan, List<Rollout.Handed> handed, boolean written) {
    String command = "tlslift fix " + Words.quoted(path.toString()) + asked.repeated();
    String again = command + cure.map(c -> " --cure " + c).orElse("");
    String said =
        FixText.render(
            plan,
            handed,
            new FixText.Told(written, out.map(Path::toString), path.toString(), command, again),
            layout.style(false));
    Output.write(said, Optional.empty(), spec.commandLine().getOut());
  }

  private static int exitCode(FixPlan plan) {
    if (!plan.after().coverage().isComplete()) {
      return ExitCodes.INCOMPLETE;
    }
    return plan.remaining().isEmpty() ? ExitCodes.CLEAN : ExitCodes.FINDINGS;
  }
}
