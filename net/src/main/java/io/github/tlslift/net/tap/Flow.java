package io.github.tlslift.net.tap;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.tls.Handshake;
import io.github.tlslift.tls.HandshakeReader;
import io.github.tlslift.tls.RecordReader;
import io.github.tlslift.tls.Sslv2ClientHello;
import io.github.tlslift.tls.TlsRecord;
import java.util.Arrays;
import java.util.Optional;

/** One direction of a connection, cut into what can be read before it is encrypted. */
final class Flow {
  // Encrypted in TLS 1.3: two bytes, the type, a tag of 16 (RFC 8446 5.2).
  private static final int ALERT_IN_TLS13 = 19;

  private final RecordReader records = new RecordReader();
  private final HandshakeReader handshakes = new HandshakeReader();
  private byte[] first = new byte[0];
  private boolean maySpeakSsl2;
  private boolean bytes;
  private boolean encrypted;
  private boolean sent;
  private boolean stopped;

  /**
   * Nothing has passed yet.
   *
   * @param client whether it may begin with a hello of SSL 2.0
   */
  Flow(boolean client) {
    maySpeakSsl2 = client;
  }

  /**
   * A record, a message of one, or a hello of SSL 2.0.
   *
   * @param recordVersion of the record it came in, the last one for a message
   */
  record Piece(
      int type,
      int recordVersion,
      byte[] fragment,
      Optional<Handshake> message,
      Optional<byte[]> ssl2) {
    Piece {
      fragment = fragment.clone();
    }
  }

  /** Takes the pieces in turn, for one may change how the next is to be read. */
  interface Pieces {
    void take(Piece piece) throws MalformedInputException;
  }

  void feed(byte[] more, Pieces pieces) throws MalformedInputException {
    bytes |= more.length > 0;
    if (!maySpeakSsl2) {
      records(more, pieces);
      return;
    }
    first = joined(first, more);
    if (first.length < 3) {
      return;
    }
    if (!Sslv2ClientHello.starts(first)) {
      maySpeakSsl2 = false;
      records(first, pieces);
      return;
    }
    int length = 2 + ((first[0] & 0x7F) << 8 | first[1] & 0xFF);
    if (first.length >= length) {
      ssl2(length, pieces);
    }
  }

  private void ssl2(int length, Pieces pieces) throws MalformedInputException {
    maySpeakSsl2 = false;
    byte[] record = Arrays.copyOf(first, length);
    pieces.take(new Piece(0, 2, new byte[0], Optional.empty(), Optional.of(record)));
    records(Arrays.copyOfRange(first, length, first.length), pieces);
  }

  private void records(byte[] more, Pieces pieces) throws MalformedInputException {
    for (TlsRecord r : records.feed(more, 0, more.length)) {
      if (encrypted) {
        sent |= r.type() == TlsRecord.APPLICATION_DATA && r.fragment().length != ALERT_IN_TLS13;
      } else if (r.type() == TlsRecord.HANDSHAKE) {
        for (Handshake h : handshakes.feed(r.fragment())) {
          pieces.take(
              new Piece(r.type(), r.version(), new byte[0], Optional.of(h), Optional.empty()));
        }
      } else {
        pieces.take(
            new Piece(r.type(), r.version(), r.fragment(), Optional.empty(), Optional.empty()));
      }
    }
  }

  private static byte[] joined(byte[] a, byte[] b) {
    byte[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  /** From here on nothing can be read. */
  void encrypted() {
    encrypted = true;
  }

  void stop() {
    stopped = true;
  }

  boolean isEncrypted() {
    return encrypted;
  }

  boolean isDone() {
    return encrypted && sent || stopped;
  }

  /** Whether content passed after the handshake. */
  boolean hasSent() {
    return sent;
  }

  boolean hasBytes() {
    return bytes;
  }
}
