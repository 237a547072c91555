package io.github.tlslift.capture.talk;

import java.io.ByteArrayOutputStream;

/** Takes the packet headers off that SQL Server puts round the handshake (MS-TDS 2.2.3.1). */
final class Tds {
  static final int PRELOGIN = 0x12;
  static final int HEADER = 8;
  private static final int RESPONSE = 0x04;

  private int inHeader;
  private int left;
  private int length;
  private boolean ended;

  /** The bytes without headers; after the handshake there are none to take. */
  byte[] strip(byte[] bytes, int start, int count) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(count);
    for (int i = start; i < start + count; i++) {
      one(bytes[i], out);
    }
    return out.toByteArray();
  }

  private void one(byte b, ByteArrayOutputStream out) {
    if (!ended && left == 0 && inHeader == 0) {
      ended = b != PRELOGIN && b != RESPONSE;
    }
    if (ended || left > 0) {
      out.write(b);
      left -= ended ? 0 : 1;
    } else {
      header(b & 0xFF);
    }
  }

  private void header(int value) {
    length = inHeader == 2 ? value << 8 : inHeader == 3 ? length | value : length;
    inHeader++;
    if (inHeader == HEADER) {
      inHeader = 0;
      left = Math.max(0, length - HEADER);
    }
  }
}
