import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Writes a capture of many connections at once: a recorded one, over and over, each with another
 * client and with data between its handshake and its end. MakeCapture RECORDED.pcap MEGABYTES OUT
 */
final class MakeCapture {
  private static final int FILE_HEADER = 24;
  private static final int RECORD = 16;
  private static final int AT_ONCE = 32;
  private static final int DATA_PACKETS = 100;
  private static final int DATA = 1380;
  private static final int ETHERNET = 14;
  private static final int HEADERS = ETHERNET + 20 + 32;

  private final List<byte[]> recorded = new ArrayList<>();
  private final byte[] header;
  private final Random random = new Random(1);
  private long micros = 1_700_000_000_000_000L;
  private int connections;

  private MakeCapture(byte[] file) {
    header = Arrays.copyOf(file, FILE_HEADER);
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(FILE_HEADER);
    while (in.remaining() >= RECORD) {
      byte[] frame = new byte[in.position(in.position() + 8).getInt()];
      in.getInt();
      in.get(frame);
      recorded.add(frame);
    }
  }

  public static void main(String[] args) throws IOException {
    MakeCapture make = new MakeCapture(Files.readAllBytes(Path.of(args[0])));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[2])))) {
      System.out.println(make.write(out, Long.parseLong(args[1]) << 20) + " connections");
    }
  }

  private int write(OutputStream out, long size) throws IOException {
    out.write(header);
    long written = header.length;
    while (written < size) {
      written += together(out);
    }
    return connections;
  }

  // Packet by packet in turns; the last data comes before the last packets of the recording.
  private long together(OutputStream out) throws IOException {
    long written = 0;
    int split = recorded.size() - 4;
    for (int step = 0; step < recorded.size() + DATA_PACKETS; step++) {
      for (int i = 0; i < AT_ONCE; i++) {
        boolean data = step >= split && step < split + DATA_PACKETS;
        int sent = step < split ? 0 : Math.min(DATA_PACKETS, step - split) * DATA;
        int index = step < split ? step : data ? split - 1 : step - DATA_PACKETS;
        written += packet(out, data ? data(index, sent) : moved(recorded.get(index), sent), i);
      }
    }
    connections += AT_ONCE;
    return written;
  }

  // The server's data after the recorded data: a record of random bytes.
  private byte[] data(int before, int sent) {
    byte[] last = moved(serverFrame(), sent);
    byte[] frame = Arrays.copyOf(last, HEADERS + DATA);
    byte[] content = new byte[DATA];
    random.nextBytes(content);
    ByteBuffer.wrap(content).putInt(0x17030300 | DATA - 5 >> 8).put((byte) (DATA - 5));
    System.arraycopy(content, 0, frame, HEADERS, DATA);
    ByteBuffer in = ByteBuffer.wrap(frame);
    in.putShort(ETHERNET + 2, (short) (frame.length - ETHERNET));
    return frame;
  }

  // The server's last frame but the end: its sequence number is where the data goes on.
  private byte[] serverFrame() {
    byte[] end = recorded.get(recorded.size() - 2).clone();
    end[ETHERNET + 20 + 13] = 0x10;
    return end;
  }

  private byte[] moved(byte[] frame, int sent) {
    byte[] copy = frame.clone();
    ByteBuffer in = ByteBuffer.wrap(copy);
    boolean byServer = isServer(copy);
    int field = ETHERNET + 20 + (byServer ? 4 : 8);
    in.putInt(field, in.getInt(field) + sent);
    return copy;
  }

  private static boolean isServer(byte[] frame) {
    ByteBuffer in = ByteBuffer.wrap(frame);
    return (in.getShort(ETHERNET + 20) & 0xFFFF) < (in.getShort(ETHERNET + 22) & 0xFFFF);
  }

  private int packet(OutputStream out, byte[] frame, int which) throws IOException {
    int address = 0x0A000000 | connections + which + 1;
    ByteBuffer in = ByteBuffer.wrap(frame);
    in.putInt(ETHERNET + (isServer(frame) ? 16 : 12), address);
    micros += 3;
    ByteBuffer head = ByteBuffer.allocate(RECORD).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt((int) (micros / 1_000_000)).putInt((int) (micros % 1_000_000));
    out.write(head.putInt(frame.length).putInt(frame.length).array());
    out.write(frame);
    return RECORD + frame.length;
  }
}
