package io.github.tlslift.cli;

import io.github.tlslift.report.TextStyle;
import java.io.Console;
import java.util.Map;
import java.util.Optional;

/** How wide the terminal is, and whether colours are welcome on it. */
final class Screen {
  private static final int DEFAULT_WIDTH = 100;

  private Screen() {}

  /**
   * The layout of text.
   *
   * @param width as asked for; empty for the terminal's
   * @param plain whether colours are refused
   */
  static TextStyle style(Optional<Integer> width, boolean plain, Map<String, String> environment) {
    boolean colour = !plain && !environment.containsKey("NO_COLOR") && isTerminal(environment);
    return new TextStyle(width.orElseGet(() -> columns(environment)), colour);
  }

  private static int columns(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    boolean number = columns.matches("[0-9]{1,4}");
    return number && Integer.parseInt(columns) > 0 ? Integer.parseInt(columns) : DEFAULT_WIDTH;
  }

  /** Whether a terminal shows what is printed. */
  static boolean isTerminal(Map<String, String> environment) {
    Console console = System.console();
    return console != null
        && isTerminal(console)
        && !environment.getOrDefault("TERM", "dumb").equals("dumb");
  }

  // From Java 22 there is a Console without a terminal too, and it can be asked.
  private static boolean isTerminal(Console console) {
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException olderJava) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
