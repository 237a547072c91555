package io.github.tlslift.cli;

import io.github.tlslift.apply.RefusedException;
import io.github.tlslift.apply.Undo;
import io.github.tlslift.check.Check;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tlslift undo}: the very bytes from before the last {@code fix --apply}. */
@Command(
    name = "undo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Puts back the bytes from before the last fix --apply in PATH.",
    footer = {
      "",
      "Examples:",
      "  tlslift undo src",
      "",
      "Refuses where a file has changed since. Ends with 3 where there is nothing to undo."
    })
final class UndoCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PATH", description = "the path that was given to fix")
  Path path = Path.of(".");

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Path tree = Check.base(Words.existing(path, "name a folder or file that exists"));
    try {
      Optional<Undo.Done> done = new Undo(tree).last();
      if (done.isEmpty()) {
        spec.commandLine().getErr().println("tlslift: nothing was applied in " + path);
        return ExitCodes.INCOMPLETE;
      }
      done.get().files().forEach(f -> out.println("put back " + f));
      if (done.get().left() > 0) {
        out.println(done.get().left() + " earlier left; tlslift undo again takes the next");
      }
      return ExitCodes.CLEAN;
    } catch (RefusedException e) {
      throw new WrongUse(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new WrongUse("cannot undo in " + path + ": " + e.getMessage());
    }
  }
}
