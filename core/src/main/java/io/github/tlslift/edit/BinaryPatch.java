package io.github.tlslift.edit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;

/** A change of a file that git takes for binary, such as UTF-16, as a git binary patch. */
final class BinaryPatch {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";
  private static final int LINE = 52;

  private BinaryPatch() {}

  static boolean isNeeded(Change change) {
    return hasZero(change.after()) || change.before().filter(BinaryPatch::hasZero).isPresent();
  }

  private static boolean hasZero(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  static String of(Change change) {
    byte[] before = change.before().orElseGet(() -> new byte[0]);
    String old = change.isCreation() ? "0".repeat(40) : blob(before);
    String head =
        String.join("", UnifiedDiff.head(change, false).subList(0, change.isCreation() ? 2 : 1));
    return head
        + ("index "
            + old
            + ".."
            + blob(change.after())
            + (change.isCreation() ? "" : " 100644")
            + "\n")
        + "GIT binary patch\n"
        + literal(change.after())
        + literal(before);
  }

  private static String literal(byte[] bytes) {
    byte[] packed = deflated(bytes);
    StringBuilder out = new StringBuilder("literal " + bytes.length + "\n");
    for (int at = 0; at < packed.length; at += LINE) {
      int length = Math.min(LINE, packed.length - at);
      out.append((char) (length <= 26 ? 'A' + length - 1 : 'a' + length - 27));
      for (int i = at; i < at + length; i += 4) {
        out.append(base85(packed, i, at + length));
      }
      out.append('\n');
    }
    return out.append('\n').toString();
  }

  // Four bytes to five digits, the last group filled with zeros (git, base85.c).
  private static String base85(byte[] bytes, int at, int end) {
    long value = 0;
    for (int i = at; i < at + 4; i++) {
      value = value << 8 | (i < end ? bytes[i] & 0xFF : 0);
    }
    char[] digits = new char[5];
    for (int i = 4; i >= 0; i--) {
      digits[i] = DIGITS.charAt((int) (value % 85));
      value /= 85;
    }
    return new String(digits);
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static String blob(byte[] bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
