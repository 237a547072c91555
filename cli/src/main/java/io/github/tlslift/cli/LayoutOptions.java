package io.github.tlslift.cli;

import io.github.tlslift.report.TextStyle;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How text is laid out. */
final class LayoutOptions {
  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      description = "of text, at least 80; else $COLUMNS, else 100")
  Optional<Integer> width = Optional.empty();

  @Option(names = "--no-color", description = "no colours; so does the variable NO_COLOR")
  boolean noColor;

  /**
   * The layout.
   *
   * @param plain whether there are no colours in any case
   */
  TextStyle style(boolean plain) {
    return Screen.style(width, noColor || plain, System.getenv());
  }
}
