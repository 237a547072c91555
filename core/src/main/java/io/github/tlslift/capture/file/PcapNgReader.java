package io.github.tlslift.capture.file;

import io.github.tlslift.capture.file.Interfaces.Interface;
import io.github.tlslift.io.MalformedInputException;
import java.io.IOException;
import java.util.function.Consumer;

/** The frames of a pcapng file, of one section or several (draft-ietf-opsawg-pcapng). */
final class PcapNgReader {
  static final int SECTION = 0x0A0D0D0A;
  private static final int BYTE_ORDER = 0x1A2B3C4D;
  private static final int INTERFACE = 1;
  private static final int OBSOLETE_PACKET = 2;
  private static final int SIMPLE_PACKET = 3;
  private static final int ENHANCED_PACKET = 6;
  private static final int LEAST = 12;
  // A packet of the longest kind with options; other blocks are passed whatever their length.
  private static final int LONGEST = PcapReader.LONGEST + (1 << 16);

  private final Window in;
  private final Consumer<Frame> to;
  private final Notes notes;
  private final Interfaces interfaces = new Interfaces();
  private final Frame frame = new Frame();

  private PcapNgReader(Window in, Consumer<Frame> to, Notes notes) {
    this.in = in;
    this.to = to;
    this.notes = notes;
  }

  static void read(Window in, Consumer<Frame> to, Notes notes)
      throws IOException, MalformedInputException {
    PcapNgReader reader = new PcapNgReader(in, to, notes);
    while (in.has(1)) {
      reader.block();
    }
  }

  private void block() throws IOException, MalformedInputException {
    if (!in.has(LEAST)) {
      throw cutOff("block header");
    }
    if (in.i32(0) == SECTION) {
      section();
    }
    long length = in.u32(4);
    if (length < LEAST || length % 4 != 0) {
      throw new MalformedInputException(
          in.position() + 4, "Block Total Length", length + " is no length of a block");
    }
    if (isOurs(in.i32(0))) {
      ours((int) Math.min(length, LONGEST + 1L));
    }
    if (in.skip(length) < length) {
      throw cutOff("block");
    }
  }

  // The type reads the same in both orders; the magic after the length tells which it is.
  private void section() throws MalformedInputException {
    in.bigEndian(false);
    if (in.i32(8) != BYTE_ORDER) {
      in.bigEndian(true);
    }
    if (in.i32(8) != BYTE_ORDER) {
      throw new MalformedInputException(
          in.position() + 8, "Byte-Order Magic", "it is that of neither order");
    }
    interfaces.clear();
  }

  private static boolean isOurs(int type) {
    return type == INTERFACE
        || type == OBSOLETE_PACKET
        || type == SIMPLE_PACKET
        || type == ENHANCED_PACKET;
  }

  private void ours(int length) throws IOException, MalformedInputException {
    if (length > LONGEST) {
      throw new MalformedInputException(
          in.position() + 4, "Block Total Length", "more than " + LONGEST + " for a packet");
    }
    if (!in.has(length)) {
      throw cutOff("block");
    }
    switch (in.i32(0)) {
      case INTERFACE -> interfaces.add(in, length);
      case SIMPLE_PACKET -> simple(length);
      case ENHANCED_PACKET -> stamped(in.u32(8), length);
      default -> stamped(in.u16(8), length);
    }
  }

  // Without a time of its own: that of the packet before.
  private void simple(int length) throws MalformedInputException {
    if (isKnown(0)) {
      long snap = interfaces.get(0).snapLength();
      long original = in.u32(8);
      long captured = snap == 0 ? original : Math.min(original, snap);
      show(interfaces.get(0), 12, captured, length, frame.nanos());
    }
  }

  // Enhanced and obsolete packets differ in the width of the interface's number alone.
  private void stamped(long id, int length) throws MalformedInputException {
    if (length < 32) {
      throw new MalformedInputException(
          in.position() + 4, "Block Total Length", length + " is too little for a packet");
    }
    if (isKnown(id)) {
      long time = in.u32(12) << 32 | in.u32(16);
      show(interfaces.get(id), 28, in.u32(20), length, interfaces.get(id).ticks().nanos(time));
    }
  }

  private boolean isKnown(long id) {
    if (interfaces.has(id)) {
      return true;
    }
    notes.at(frame.number() + 1, "interface " + id + " is not described");
    return false;
  }

  private void show(Interface from, int offset, long captured, int length, long nanos)
      throws MalformedInputException {
    if (captured > length - offset - 4) {
      throw new MalformedInputException(
          in.position() + offset, "Packet Data", captured + " bytes leave the block");
    }
    frame.show(in.bytes(), in.at() + offset, (int) captured, from.linkType(), nanos);
    to.accept(frame);
  }

  private MalformedInputException cutOff(String field) {
    return new MalformedInputException(
        in.position(), field, "the file ends inside it, after packet " + frame.number());
  }
}
