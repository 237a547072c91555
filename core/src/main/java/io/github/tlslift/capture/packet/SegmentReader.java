package io.github.tlslift.capture.packet;

import io.github.tlslift.capture.file.Frame;
import io.github.tlslift.capture.file.Notes;

/** Takes the headers off a frame, down to TCP; what is no TCP is passed over. */
public final class SegmentReader {
  private static final int HEADER = 20;

  private final Notes notes;
  private final Headers in = new Headers();
  private final Internet internet = new Internet();
  private final Segment segment = new Segment();

  /** Notes what it cannot read. */
  public SegmentReader(Notes notes) {
    this.notes = notes;
  }

  /** The segment read last. */
  public Segment segment() {
    return segment;
  }

  /** Whether the frame has a segment, which {@link #segment()} then shows. */
  public boolean read(Frame frame) {
    in.of(frame);
    int type = Link.take(frame.linkType(), in);
    return switch (type) {
      case Link.IPV4, Link.IPV6 -> network(type, frame);
      case Link.OTHER -> false;
      case Link.CUT_OFF -> unread(frame, "its link header is cut off");
      default -> unread(frame, "link type " + frame.linkType() + " is not read");
    };
  }

  private boolean network(int type, Frame frame) {
    return switch (internet.take(type, in)) {
      case TCP -> transport(frame);
      case OTHER -> false;
      case FRAGMENT -> unread(frame, "an IP fragment, which is not joined with the others");
      case CUT_OFF -> unread(frame, "its IP header is cut off");
      case MALFORMED -> unread(frame, "its IP header says impossible lengths");
    };
  }

  // RFC 9293 3.1.
  private boolean transport(Frame frame) {
    if (!in.has(HEADER)) {
      return unread(frame, "its TCP header is cut off");
    }
    int header = (in.u8(12) >> 4) * 4;
    if (header < HEADER || header > internet.length) {
      return unread(frame, "its TCP header says an impossible length");
    }
    segment.flow = new Flow(internet.from, in.u16(0), internet.to, in.u16(2));
    segment.sequence = in.i32(4);
    segment.acknowledgement = in.i32(8);
    segment.flags = in.u8(13);
    segment.hops = internet.hops;
    segment.nanos = frame.nanos();
    segment.number = frame.number();
    in.pass(header);
    payload(internet.length - header);
    return true;
  }

  private void payload(int length) {
    segment.bytes = in.bytes();
    segment.start = in.at();
    segment.captured = in.left();
    segment.length = length;
  }

  private boolean unread(Frame frame, String reason) {
    notes.at(frame.number(), reason);
    return false;
  }
}
