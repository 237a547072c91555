package io.github.tlslift.resolve;

import io.github.tlslift.model.Guard;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Operation;
import java.util.Optional;

/**
 * What a program does to {@code ServicePointManager.SecurityProtocol} before its first request.
 *
 * @param operation {@link Operation#SET}, {@link Operation#ADD} or {@link Operation#REMOVE}
 * @param mask the decimal value set, added or removed
 * @param at where it stands
 * @param code the text of the place; empty where there is none
 * @param guard what the value must be for the write to happen
 */
public record CodeWrite(
    Operation operation, int mask, Optional<Location> at, String code, Guard guard) {

  /** A write that happens whatever the value. */
  public CodeWrite(Operation operation, int mask, Optional<Location> at, String code) {
    this(operation, mask, at, code, Guard.ALWAYS);
  }

  /** The value after the write. */
  public int applyTo(int before) {
    return switch (operation) {
      case SET -> mask;
      case ADD -> before | mask;
      case REMOVE -> before & ~mask;
      case RESTORE, USE -> before;
    };
  }
}
