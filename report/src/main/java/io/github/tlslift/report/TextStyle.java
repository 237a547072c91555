package io.github.tlslift.report;

/**
 * How text is laid out.
 *
 * @param width columns of the terminal, at least {@link #NARROWEST}
 * @param colour whether ANSI colours are wanted
 */
public record TextStyle(int width, boolean colour) {
  /** Narrower terminals wrap by themselves. */
  public static final int NARROWEST = 80;

  /** Widens what is too narrow. */
  public TextStyle {
    width = Math.max(width, NARROWEST);
  }

  /** Without colours. */
  public static TextStyle plain(int width) {
    return new TextStyle(width, false);
  }
}
