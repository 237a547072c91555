package io.github.tlslift.dotnet.source.lex;

import io.github.tlslift.io.Words;
import java.util.Collection;

/** A text and the stretches of it that a lexer passes over. */
public final class Skimmed {
  private final String text;
  private final Blanks blanks;

  Skimmed(String text, Blanks blanks) {
    this.text = text;
    this.blanks = blanks;
  }

  /** A text of which nothing is passed over. */
  public static Skimmed whole(String text) {
    return new Skimmed(text, Blanks.NONE);
  }

  /** All of the text. */
  public String text() {
    return text;
  }

  Blanks blanks() {
    return blanks;
  }

  /** Whether one of the names may stand in what is passed over or in the declaration before it. */
  public boolean hides(Collection<String> names) {
    if (blanks.count() == 0) {
      return false;
    }
    Names wanted = Names.of(names);
    for (int i = 0; i < blanks.count(); i++) {
      if (wanted.isIn(text, blanks.declaration(i), blanks.end(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the words stands in what is not passed over. */
  public boolean mentions(Words words) {
    int from = 0;
    for (int i = 0; i < blanks.count(); i++) {
      if (words.isIn(text, from, blanks.start(i))) {
        return true;
      }
      from = blanks.end(i);
    }
    return words.isIn(text, from, text.length());
  }
}
