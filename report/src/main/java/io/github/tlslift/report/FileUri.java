package io.github.tlslift.report;

import java.nio.charset.StandardCharsets;

/** A path as a relative reference (RFC 3986 4.2). */
final class FileUri {
  private static final String PLAIN = "-._~/!$&'()*+,;=@";

  private FileUri() {}

  /** The path with every other octet percent-encoded. */
  static String of(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
        uri.append(c);
      } else {
        uri.append(String.format("%%%02X", (int) c));
      }
    }
    return uri.toString();
  }
}
