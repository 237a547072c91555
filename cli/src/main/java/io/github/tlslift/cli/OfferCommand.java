package io.github.tlslift.cli;

import io.github.tlslift.resolve.CaseFormatException;
import io.github.tlslift.resolve.CaseTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tlslift offer}: the resolver as a calculator. */
@Command(
    name = "offer",
    mixinStandardHelpOptions = true,
    description = "Computes what a process would offer.")
final class OfferCommand implements Callable<Integer> {
  @Option(
      names = "--cases",
      required = true,
      description = "a table of cases (docs/cases.md); prints it with the answers")
  private Path cases = Path.of("");

  @Override
  public Integer call() throws IOException {
    try {
      System.out.print(CaseTable.answer(Files.readString(cases)));
      return 0;
    } catch (CaseFormatException e) {
      System.err.println(cases + ": " + e.getMessage());
      return 2;
    }
  }
}
