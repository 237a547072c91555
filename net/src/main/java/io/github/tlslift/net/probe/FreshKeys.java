package io.github.tlslift.net.probe;

import io.github.tlslift.tls.HelloShape;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;

/** Random bytes, and keys whose private halves are thrown away: no handshake is finished. */
final class FreshKeys implements HelloShape.Fresh {
  private final SecureRandom random = new SecureRandom();

  @Override
  public byte[] random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  @Override
  public byte[] publicKey(int group) {
    return switch (group) {
      case 0x17 -> point("secp256r1", 32);
      case 0x18 -> point("secp384r1", 48);
      case 0x19 -> point("secp521r1", 66);
      // Every string of that length is a key (RFC 7748 5).
      case 0x1E -> random(56);
      default -> random(32);
    };
  }

  // Uncompressed (RFC 8446 4.2.8.2).
  private static byte[] point(String curve, int length) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve));
      ECPublicKey key = (ECPublicKey) generator.generateKeyPair().getPublic();
      byte[] point = new byte[1 + 2 * length];
      point[0] = 4;
      put(key.getW().getAffineX(), point, 1, length);
      put(key.getW().getAffineY(), point, 1 + length, length);
      return point;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + curve, e);
    }
  }

  private static void put(BigInteger number, byte[] into, int at, int length) {
    byte[] bytes = number.toByteArray();
    byte[] plain = bytes.length > length ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    System.arraycopy(plain, 0, into, at + length - plain.length, plain.length);
  }
}
