package io.github.tlslift.dotnet.source.lex;

/** Backslash escapes of C# and F#; what is no escape stands for itself. */
final class Escapes {
  private static final String LETTERS = "abfnrtv0e";
  private static final String VALUES = "\u0007\b\f\n\r\t\u000B\0\u001B";

  private Escapes() {}

  /** Reads one escape, the backslash included. */
  static void cSharp(Chars in, StringBuilder value) {
    in.skip(1);
    char c = in.peek();
    in.skip(1);
    int letter = LETTERS.indexOf(c);
    if (letter >= 0 && c != 0) {
      value.append(VALUES.charAt(letter));
    } else if (c == 'u' || c == 'U' || c == 'x') {
      hex(in, value, c == 'U' ? 8 : 4);
    } else if (c != 0) {
      value.append(c);
    }
  }

  private static void hex(Chars in, StringBuilder value, int most) {
    int code = 0;
    int digits = 0;
    while (digits < most && Character.digit(in.peek(), 16) >= 0) {
      code = code * 16 + Character.digit(in.peek(), 16);
      in.skip(1);
      digits++;
    }
    if (Character.isValidCodePoint(code)) {
      value.appendCodePoint(code);
    }
  }
}
