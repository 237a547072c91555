package io.github.tlslift.tls;

import io.github.tlslift.io.MalformedInputException;
import java.math.BigInteger;
import java.util.OptionalInt;

/**
 * The parameters of an ephemeral key exchange up to TLS 1.2.
 *
 * @param group the named curve (RFC 8422 5.4); empty for finite fields
 * @param primeBits the size of the prime of a finite field (RFC 5246 7.4.3); empty for curves
 * @param signatureScheme what it is signed with, from TLS 1.2 on; empty before
 */
public record ServerKeyExchange(
    OptionalInt group, OptionalInt primeBits, OptionalInt signatureScheme) {
  private static final int NAMED_CURVE = 3;

  /**
   * Reads the body for curves.
   *
   * @throws MalformedInputException with the field and the offset in the body
   */
  public static ServerKeyExchange ofCurve(byte[] body, boolean tls12)
      throws MalformedInputException {
    WireReader in = WireReader.of(body);
    int type = in.u8("curve_type");
    if (type != NAMED_CURVE) {
      throw new MalformedInputException(0, "curve_type", type + " is not named_curve");
    }
    int group = in.u16("namedcurve");
    in.vector8("public");
    return new ServerKeyExchange(OptionalInt.of(group), OptionalInt.empty(), scheme(in, tls12));
  }

  /**
   * Reads the body for a finite field.
   *
   * @throws MalformedInputException with the field and the offset in the body
   */
  public static ServerKeyExchange ofField(byte[] body, boolean tls12)
      throws MalformedInputException {
    WireReader in = WireReader.of(body);
    byte[] prime = in.vector16("dh_p");
    in.vector16("dh_g");
    in.vector16("dh_Ys");
    return new ServerKeyExchange(
        OptionalInt.empty(),
        OptionalInt.of(new BigInteger(1, prime).bitLength()),
        scheme(in, tls12));
  }

  // Without a certificate there is no signature.
  private static OptionalInt scheme(WireReader in, boolean tls12) throws MalformedInputException {
    return tls12 && in.more()
        ? OptionalInt.of(in.u16("SignatureAndHashAlgorithm"))
        : OptionalInt.empty();
  }
}
