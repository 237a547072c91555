package io.github.tlslift.cli;

import io.github.tlslift.report.TextStyle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
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

  @Mixin LayoutOptions layout = new LayoutOptions();

  /** The format, which must be one that the command has. */
  String format(List<String> known) {
    return Words.oneOf("format", format, known);
  }

  /** The layout of text. */
  TextStyle style() {
    return layout.style(output.isPresent());
  }

  /** Writes a result. */
  void write(String text, CommandSpec spec) {
    Output.write(text, output, spec.commandLine().getOut());
  }
}
