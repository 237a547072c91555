package io.github.tlslift.dotnet.source.lex;

import java.util.Arrays;

/** Stretches of a text to pass over, ascending and apart. */
final class Blanks {
  static final Blanks NONE = new Blanks();

  private int[] places = new int[24];
  private int size;

  /**
   * Notes a stretch; it takes the place of those inside its declaration.
   *
   * @param declaration where the declaration of what stands in it begins
   */
  void add(int declaration, int from, int to) {
    while (size > 0 && places[size - 3] >= declaration) {
      size -= 3;
    }
    places = size + 3 > places.length ? Arrays.copyOf(places, size * 2) : places;
    places[size++] = declaration;
    places[size++] = from;
    places[size++] = to;
  }

  int count() {
    return size / 3;
  }

  int declaration(int i) {
    return places[3 * i];
  }

  int start(int i) {
    return places[3 * i + 1];
  }

  int end(int i) {
    return places[3 * i + 2];
  }
}
