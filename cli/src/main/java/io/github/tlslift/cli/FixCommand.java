package io.github.tlslift.cli;

import io.github.tlslift.apply.Applier;
import io.github.tlslift.apply.RefusedException;
import io.github.tlslift.check.Check;
import io.github.tlslift.check.RegistryExports;
import io.github.tlslift.fix.Fix;
import io.github.tlslift.report.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tlslift fix}: shows the edits that mend a path, and makes them when told to. */
@Command(
    name = "fix",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Shows the edits that let the programs in PATH connect; writes only with --apply.",
    footer = {
      "",
      "Examples:",
      "  tlslift fix src --to contoso.sharepoint.com",
      "  tlslift fix src --to contoso.sharepoint.com --cure pin-removal --apply",
      "  tlslift undo src",
      "",
      "Without --cure each process gets the edit that reaches least far. Registry files and the",
      "relay are named, never applied. Exit codes as of check, on the files as they are afterwards."
    })
final class FixCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PATH", description = "a folder, project or program")
  Path path = Path.of(".");

  @Mixin CaseOptions cases = new CaseOptions();

  @Option(
      names = "--cure",
      paramLabel = "ID",
      description = "the cure to take, such as config-switch; else the one that reaches least far")
  Optional<String> cure = Optional.empty();

  @Option(names = "--apply", description = "makes the edits, and keeps what undo needs")
  boolean apply;

  @Override
  public Integer call() {
    Path root = Words.existing(path, "name a folder or file that exists");
    Path tree = Check.tree(root);
    if (!Files.isDirectory(tree)) {
      throw new WrongUse(path + " is an archive or a single file; name a folder, unpacked");
    }
    RegistryExports given = cases.exports();
    Fix fix = Fix.plan(root, cases.request(given), given, cure);
    if (apply) {
      write(fix, tree);
    }
    spec.commandLine().getOut().print(FixText.of(fix, apply, path));
    return ExitCodes.of(Tally.of(fix.after()), Words.failOn("error"));
  }

  private static void write(Fix fix, Path tree) {
    if (fix.changes().isEmpty()) {
      return;
    }
    try {
      new Applier(tree).apply(fix.changes());
    } catch (RefusedException e) {
      throw new WrongUse(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new WrongUse("nothing was written: " + e.getMessage());
    }
  }
}
