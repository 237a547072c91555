package io.github.tlslift.dotnet.source.lex;

import java.util.Arrays;

/** A text with blocks blanked: every other character stands where it stood. */
public final class Skimmed {
  private String text;
  // Declaration, body and end of each block, ascending and apart.
  private final int[] blanks;

  Skimmed(String text, int[] blanks) {
    this.text = text;
    this.blanks = blanks;
  }

  /** A text of which nothing is blanked. */
  public static Skimmed whole(String text) {
    return new Skimmed(text, new int[0]);
  }

  /** The text as far as it matters; handed over once, for it is as long as the file. */
  public String takeText() {
    String taken = text;
    text = "";
    return taken;
  }

  /** Whether one of these places is in a blanked block or in the declaration before it. */
  public boolean hides(int[] positions) {
    return Arrays.stream(positions).anyMatch(this::hides);
  }

  private boolean hides(int position) {
    int low = 0;
    int high = blanks.length / 3 - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (blanks[3 * middle + 2] <= position) {
        low = middle + 1;
      } else if (blanks[3 * middle] > position) {
        high = middle - 1;
      } else {
        return true;
      }
    }
    return false;
  }
}
