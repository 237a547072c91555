package io.github.tlslift.capture.file;

import io.github.tlslift.io.MalformedInputException;
import java.util.ArrayList;
import java.util.List;

/** The interfaces of a section of pcapng, in the order they are described. */
final class Interfaces {
  private static final int MOST = 1 << 12;
  private static final int OPTIONS = 16;
  private static final int END = 0;
  private static final int RESOLUTION = 9;
  private static final int OFFSET = 14;

  /**
   * One of them.
   *
   * @param snapLength 0 for no limit
   */
  record Interface(int linkType, long snapLength, Ticks ticks) {}

  private final List<Interface> all = new ArrayList<>();

  void clear() {
    all.clear();
  }

  boolean has(long id) {
    return id < all.size();
  }

  Interface get(long id) {
    return all.get((int) id);
  }

  /** Adds the one that an Interface Description Block of some length describes. */
  void add(Window block, int length) throws MalformedInputException {
    if (all.size() == MOST || length < OPTIONS + 4) {
      throw new MalformedInputException(
          block.position(),
          "Interface Description Block",
          all.size() == MOST
              ? "more than " + MOST + " in a section"
              : length + " bytes are too few");
    }
    all.add(new Interface(block.u16(8), block.u32(12), unit(block, length - 4)));
  }

  // An option that leaves the block ends the options.
  private static Ticks unit(Window block, int end) {
    Ticks unit = Ticks.MICROSECOND;
    int at = OPTIONS;
    while (end - at >= 4 && block.u16(at) != END) {
      int length = block.u16(at + 2);
      int value = at + 4;
      if (length > end - value) {
        break;
      }
      if (block.u16(at) == RESOLUTION && length >= 1) {
        unit = unit.resolution(block.u8(value));
      } else if (block.u16(at) == OFFSET && length >= 8) {
        unit = unit.offset(block.i64(value));
      }
      at = value + (length + 3 & ~3);
    }
    return unit;
  }
}
