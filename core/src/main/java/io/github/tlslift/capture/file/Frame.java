package io.github.tlslift.capture.file;

/** A view of one captured frame; good until the next one is read, so that none is copied. */
public final class Frame {
  private byte[] bytes = new byte[0];
  private int start;
  private int captured;
  private int linkType;
  private long nanos;
  private long number;

  /** Shows the next frame. */
  void show(byte[] bytes, int start, int captured, int linkType, long nanos) {
    this.bytes = bytes;
    this.start = start;
    this.captured = captured;
    this.linkType = linkType;
    this.nanos = nanos;
    number++;
  }

  /** The array that the frame lies in. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where it begins. */
  public int start() {
    return start;
  }

  /** Where what was captured of it ends. */
  public int end() {
    return start + captured;
  }

  /** Its LINKTYPE, as tcpdump.org numbers them. */
  public int linkType() {
    return linkType;
  }

  /** Nanoseconds since 1970. */
  public long nanos() {
    return nanos;
  }

  /** 1 for the first of the file. */
  public long number() {
    return number;
  }
}
