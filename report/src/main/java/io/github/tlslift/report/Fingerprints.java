package io.github.tlslift.report;

import io.github.tlslift.model.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells a finding from others without its line, so that it is known again in a later version. */
final class Fingerprints {
  private static final int BYTES = 16;

  private Fingerprints() {}

  /** Hexadecimal: of the rule, the file and what stands there. */
  static String of(Finding f) {
    String what = f.code().isEmpty() ? f.message() : f.code().replaceAll("\\s+", " ");
    return hash(f.ruleId() + "\n" + f.location().file() + "\n" + what);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
