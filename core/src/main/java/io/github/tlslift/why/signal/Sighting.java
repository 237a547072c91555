package io.github.tlslift.why.signal;

/**
 * A sign, and where it was seen.
 *
 * @param source the file; empty for the standard input and for what is no text
 * @param line from 1; 0 for what is no text
 * @param text the line, or what there is in its stead
 * @param count how often
 */
public record Sighting(Signal signal, String source, int line, String text, int count) {

  /** A sign that something else than text shows, such as a capture or a check. */
  public static Sighting of(String id, String text) {
    return new Sighting(SignalTable.byId(id), "", 0, text, 1);
  }

  /** The same in a file. */
  public Sighting in(String file) {
    return new Sighting(signal, file, line, text, count);
  }

  /** The same, seen more often. */
  public Sighting times(int times) {
    return new Sighting(signal, source, line, text, times);
  }
}
