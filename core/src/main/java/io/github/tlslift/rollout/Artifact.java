package io.github.tlslift.rollout;

/**
 * A file to be handed on.
 *
 * @param name its name
 * @param text its characters, with their line ends
 * @param wide whether it is written as UTF-16 with a mark, as {@code reg import} wants it
 * @param what what it is for
 */
public record Artifact(String name, String text, boolean wide, String what) {
  /** The bytes. */
  public byte[] bytes() {
    return wide
        ? ("\uFEFF" + text).getBytes(java.nio.charset.StandardCharsets.UTF_16LE)
        : text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
