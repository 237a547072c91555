package io.github.tlslift.cli;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.CheckReport;
import io.github.tlslift.model.Severity;
import io.github.tlslift.report.Baseline;
import io.github.tlslift.report.Comparison;
import io.github.tlslift.report.Tally;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What makes a check fail: the severity from which findings count, and those that are known. */
final class GateOptions {
  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "error",
      description = "error, warning, note or never; findings from there on give exit code 1")
  String failOn = "error";

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "findings that FILE has do not count: only new ones fail")
  Optional<Path> baseline = Optional.empty();

  @Option(
      names = "--record",
      description = "with --baseline: writes the findings of this check to FILE; none count then")
  boolean record;

  /** From which severity on findings count. */
  Optional<Severity> severity() {
    if (record && baseline.isEmpty()) {
      throw new WrongUse("--record needs --baseline FILE, the file to write");
    }
    return Words.failOn(failOn);
  }

  /** The findings beside those that are known; all of them are, once they are recorded. */
  Comparison compare(CheckReport report) {
    if (record) {
      byte[] lines = Baseline.render(report).getBytes(StandardCharsets.UTF_8);
      baseline.ifPresent(f -> Output.write(lines, f, "--baseline"));
    }
    return baseline.map(GateOptions::read).orElse(Baseline.NONE).compare(report);
  }

  /** The exit code: what is known does not count. */
  static int exitCode(Comparison comparison, Optional<Severity> failOn) {
    return ExitCodes.of(Tally.of(comparison.fresh()), failOn);
  }

  private static Baseline read(Path file) {
    try {
      return Baseline.parse(Files.readString(file));
    } catch (IOException e) {
      throw new WrongUse(
          "cannot read the baseline " + file + ": " + e + "; write it with --record");
    } catch (MalformedInputException e) {
      throw new WrongUse(
          file + " is no baseline: " + e.getMessage() + "; write it again with --record");
    }
  }
}
