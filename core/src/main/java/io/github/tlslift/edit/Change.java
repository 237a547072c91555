package io.github.tlslift.edit;

import java.util.Arrays;
import java.util.Optional;

/** A file's bytes before and after. */
public final class Change {
  private final String path;
  private final Optional<byte[]> before;
  private final byte[] after;

  private Change(String path, Optional<byte[]> before, byte[] after) {
    this.path = path;
    this.before = before.map(byte[]::clone);
    this.after = after.clone();
  }

  /** A file that is there. */
  public static Change of(String path, byte[] before, byte[] after) {
    return new Change(path, Optional.of(before), after);
  }

  /** A file that is not there yet. */
  public static Change created(String path, byte[] after) {
    return new Change(path, Optional.empty(), after);
  }

  /** The path, relative to the folder examined, with {@code /} between parts. */
  public String path() {
    return path;
  }

  /** The bytes before; empty where the file was not there. */
  public Optional<byte[]> before() {
    return before.map(byte[]::clone);
  }

  /** The bytes after. */
  public byte[] after() {
    return after.clone();
  }

  /** Whether the file was not there. */
  public boolean isCreation() {
    return before.isEmpty();
  }

  /** Whether nothing is different. */
  public boolean isNone() {
    return before.filter(b -> Arrays.equals(b, after)).isPresent();
  }

  /** This change and then another of the same file, as one. */
  public Change then(Change later) {
    return new Change(path, before, later.after);
  }
}
