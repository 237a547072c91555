package io.github.tlslift.tls;

import io.github.tlslift.io.MalformedInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The hello of SSL 2.0, in which older clients also ask for newer versions (SSL 2.0 draft 2.5; RFC
 * 5246 appendix E.2).
 *
 * @param version the highest version asked for; 0x0002 for SSL 2.0 alone
 * @param cipherSpecs of three bytes each; those of SSL 3.0 and later start with a zero
 * @param challenge 16 to 32 bytes
 */
public record Sslv2ClientHello(
    int version, List<Integer> cipherSpecs, byte[] sessionId, byte[] challenge) {
  private static final int CLIENT_HELLO = 1;

  /** Copies everything. */
  public Sslv2ClientHello {
    cipherSpecs = List.copyOf(cipherSpecs);
    sessionId = sessionId.clone();
    challenge = challenge.clone();
  }

  /** Whether bytes begin like a record of SSL 2.0 with a hello in it. */
  public static boolean starts(byte[] bytes) {
    return bytes.length >= 3 && (bytes[0] & 0x80) != 0 && bytes[2] == CLIENT_HELLO;
  }

  /**
   * Reads a record, its header of two bytes included.
   *
   * @throws MalformedInputException with the field and the offset in the record
   */
  public static Sslv2ClientHello read(byte[] record) throws MalformedInputException {
    WireReader in = WireReader.of(record);
    int length = in.u16("record length") & 0x7FFF;
    if (length != record.length - 2) {
      throw new MalformedInputException(
          0, "record length", length + " bytes are said and " + (record.length - 2) + " are there");
    }
    if (in.u8("msg_type") != CLIENT_HELLO) {
      throw new MalformedInputException(2, "msg_type", "no CLIENT-HELLO");
    }
    int version = in.u16("version");
    int specs = in.u16("cipher_spec_length");
    int session = in.u16("session_id_length");
    int challenge = in.u16("challenge_length");
    WireReader list = WireReader.of(in.bytes(specs, "cipher_specs"));
    List<Integer> suites = new ArrayList<>();
    while (list.more()) {
      suites.add(list.u24("cipher_spec"));
    }
    return new Sslv2ClientHello(
        version, suites, in.bytes(session, "session_id"), in.bytes(challenge, "challenge"));
  }

  /** The record, its header included. */
  public byte[] record() {
    byte[] body =
        WireWriter.written(
            w -> {
              w.u8(CLIENT_HELLO).u16(version).u16(3 * cipherSpecs.size());
              w.u16(sessionId.length).u16(challenge.length);
              cipherSpecs.forEach(w::u24);
              w.bytes(sessionId).bytes(challenge);
            });
    return WireWriter.written(w -> w.u16(0x8000 | body.length).bytes(body));
  }

  @Override
  public byte[] sessionId() {
    return sessionId.clone();
  }

  @Override
  public byte[] challenge() {
    return challenge.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sslv2ClientHello h && Arrays.equals(h.record(), record());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(record());
  }
}
