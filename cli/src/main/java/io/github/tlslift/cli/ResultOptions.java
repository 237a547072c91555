package io.github.tlslift.cli;

import io.github.tlslift.report.TextStyle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options of every command that prints a result. */
final class ResultOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, json or (check) sarif, junit")
  String format = "text";

  @Option(names = "--output", paramLabel = "FILE", description = "instead of the standard output")
  Optional<Path> output = Optional.empty();

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      description = "of text, at least 80; else $COLUMNS, else 100")
  Optional<Integer> width = Optional.empty();

  @Option(names = "--no-color", description = "no colours; so does the variable NO_COLOR")
  boolean noColor;

  /** The format, which must be one that the command has. */
  String format(List<String> known) {
    return Words.oneOf("format", format, known);
  }

  /** The layout of text. */
  TextStyle style() {
    return Screen.style(width, noColor || output.isPresent(), System.getenv());
  }

  /** Writes a result. */
  void write(String text, CommandSpec spec) {
    Output.write(text, output, spec.commandLine().getOut());
  }
}
