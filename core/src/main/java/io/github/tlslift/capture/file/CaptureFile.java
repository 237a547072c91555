package io.github.tlslift.capture.file;

import io.github.tlslift.io.MalformedInputException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Gives the frames of a capture, whatever its format, one after the other. */
public final class CaptureFile {
  private static final int MAGIC = 4;

  private CaptureFile() {}

  /** Whether a file begins like a capture, not counting one that is gzipped. */
  public static boolean starts(byte[] bytes) {
    return bytes.length >= MAGIC && isCapture(littleEndian(bytes));
  }

  private static int littleEndian(byte[] b) {
    return b[0] & 0xFF | (b[1] & 0xFF) << 8 | (b[2] & 0xFF) << 16 | (b[3] & 0xFF) << 24;
  }

  private static boolean isCapture(int magic) {
    return PcapReader.starts(magic) || magic == PcapNgReader.SECTION;
  }

  /**
   * Reads to the end, or to where the format is broken.
   *
   * @param frames is given the same {@link Frame} each time, showing the next
   * @throws MalformedInputException with the offset in the capture, unzipped
   * @throws IOException where the file itself cannot be read
   */
  public static void read(InputStream file, Consumer<Frame> frames, Notes notes)
      throws IOException, MalformedInputException {
    Window window = new Window(unzipped(file));
    try {
      read(window, frames, notes);
    } catch (EOFException | ZipException e) {
      throw new MalformedInputException(
          window.position() + window.held(), "gzip", "the compressed data is cut off or broken");
    }
  }

  private static InputStream unzipped(InputStream file) throws IOException {
    PushbackInputStream in = new PushbackInputStream(file, 2);
    byte[] start = in.readNBytes(2);
    in.unread(start);
    boolean zipped = start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
    return zipped ? new Lazy(in) : in;
  }

  // The header of a gzip file is read with its data, so that one that is broken is told as such.
  private static final class Lazy extends InputStream {
    private final InputStream zipped;
    private InputStream plain = InputStream.nullInputStream();
    private boolean open;

    Lazy(InputStream zipped) {
      this.zipped = zipped;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int at, int count) throws IOException {
      if (!open) {
        open = true;
        plain = new GZIPInputStream(zipped, 1 << 16);
      }
      return plain.read(to, at, count);
    }
  }

  private static void read(Window in, Consumer<Frame> frames, Notes notes)
      throws IOException, MalformedInputException {
    if (!in.has(MAGIC) || !isCapture(in.i32(0))) {
      throw new MalformedInputException(
          0,
          "magic number",
          "neither pcap nor pcapng; turn what Windows recorded into pcapng, .etl with 'pktmon"
              + " etl2pcap' and .cap with 'editcap'");
    }
    if (in.i32(0) == PcapNgReader.SECTION) {
      PcapNgReader.read(in, frames, notes);
    } else {
      PcapReader.read(in, frames);
    }
  }
}
