package io.github.tlslift.why.signal;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The ways to write an HRESULT: hexadecimal, and as a number with or without its sign. */
final class Codes {
  private Codes() {}

  /** An expression for any of some codes, such as {@code 0x80090326 0x80090302}. */
  static String pattern(String codes) {
    return Arrays.stream(codes.split(" ")).map(Codes::one).collect(Collectors.joining("|"));
  }

  private static String one(String code) {
    long value = Long.decode(code);
    String hex = String.format("%08X", value);
    String digits = "(?<!\\d)" + value + "(?!\\d)|-" + -(long) (int) value + "(?!\\d)";
    return "(?<![0-9A-F])" + hex + "(?![0-9A-F])|" + (value > 0x7FFFFFFFL ? digits : "0x" + hex);
  }
}
