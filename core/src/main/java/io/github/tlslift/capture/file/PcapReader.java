package io.github.tlslift.capture.file;

import io.github.tlslift.io.MalformedInputException;
import java.io.IOException;
import java.util.function.Consumer;

/** The frames of a pcap file (draft-ietf-opsawg-pcap). */
final class PcapReader {
  static final int MICRO = 0xa1b2c3d4;
  static final int NANO = 0xa1b23c4d;
  // MAXIMUM_SNAPLEN of libpcap; what claims more is no length.
  static final int LONGEST = 1 << 18;
  private static final int HEADER = 24;
  private static final int RECORD = 16;
  private static final long SECOND = 1_000_000_000L;

  private final Window in;
  private final Consumer<Frame> to;
  private final Frame frame = new Frame();
  private int linkType;
  private int nanosPerUnit;

  private PcapReader(Window in, Consumer<Frame> to) {
    this.in = in;
    this.to = to;
  }

  /** Whether a file begins like one of these, in either byte order. */
  static boolean starts(int magic) {
    return isMagic(magic) || isMagic(Integer.reverseBytes(magic));
  }

  private static boolean isMagic(int magic) {
    return magic == MICRO || magic == NANO;
  }

  static void read(Window in, Consumer<Frame> to) throws IOException, MalformedInputException {
    PcapReader reader = new PcapReader(in, to);
    reader.header();
    while (in.has(1)) {
      reader.record();
    }
  }

  private void header() throws IOException, MalformedInputException {
    if (!in.has(HEADER)) {
      throw new MalformedInputException(
          in.position() + in.held(), "file header", "the file ends inside it");
    }
    in.bigEndian(!isMagic(in.i32(0)));
    nanosPerUnit = in.i32(0) == NANO ? 1 : 1000;
    linkType = in.i32(20) & 0xFFFF;
    in.skip(HEADER);
  }

  private void record() throws IOException, MalformedInputException {
    if (!in.has(RECORD)) {
      throw cutOff("record header");
    }
    long nanos = in.u32(0) * SECOND + in.u32(4) * nanosPerUnit;
    long captured = in.u32(8);
    if (captured > LONGEST) {
      throw new MalformedInputException(
          in.position() + 8, "Captured Packet Length", captured + " is more than " + LONGEST);
    }
    int length = (int) captured;
    if (!in.has(RECORD + length)) {
      throw cutOff("Packet Data");
    }
    frame.show(in.bytes(), in.at() + RECORD, length, linkType, nanos);
    to.accept(frame);
    in.skip(RECORD + length);
  }

  private MalformedInputException cutOff(String field) {
    return new MalformedInputException(
        in.position(), field, "the file ends inside packet " + (frame.number() + 1));
  }
}
