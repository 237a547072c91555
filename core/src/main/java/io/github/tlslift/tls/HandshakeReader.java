package io.github.tlslift.tls;

import io.github.tlslift.io.MalformedInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Joins the fragments of handshake records to messages, however they were cut. */
public final class HandshakeReader {
  private static final int HEADER = 4;
  // A chain of certificates is the longest; no real one comes near.
  private static final int LONGEST = 1 << 18;

  private byte[] pending = new byte[0];
  private long passed;

  /**
   * The messages that are complete with this fragment.
   *
   * @throws MalformedInputException where a message claims to be longer than any real one; the
   *     offset counts the bytes of all fragments
   */
  public List<Handshake> feed(byte[] fragment) throws MalformedInputException {
    byte[] all = Arrays.copyOf(pending, pending.length + fragment.length);
    System.arraycopy(fragment, 0, all, pending.length, fragment.length);
    List<Handshake> complete = new ArrayList<>();
    int at = 0;
    while (all.length - at >= HEADER) {
      int length = (all[at + 1] & 0xFF) << 16 | (all[at + 2] & 0xFF) << 8 | all[at + 3] & 0xFF;
      if (length > LONGEST) {
        throw new MalformedInputException(
            passed + at, "Handshake", "a message of " + length + " bytes");
      }
      if (all.length - at - HEADER < length) {
        break;
      }
      int start = at + HEADER;
      complete.add(new Handshake(all[at] & 0xFF, Arrays.copyOfRange(all, start, start + length)));
      at = start + length;
    }
    pending = Arrays.copyOfRange(all, at, all.length);
    passed += at;
    return complete;
  }

  /** Whether a message has begun and not ended. */
  public boolean isInside() {
    return pending.length > 0;
  }
}
