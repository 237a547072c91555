package io.github.tlslift.dotnet.project.msbuild;

/**
 * A text after its properties were put in.
 *
 * @param value the text; the best guess where it is not known
 * @param known whether everything in it could be decided
 */
record Text(String value, boolean known) {

  static Text known(String value) {
    return new Text(value, true);
  }

  static Text unknown(String guess) {
    return new Text(guess, false);
  }
}
