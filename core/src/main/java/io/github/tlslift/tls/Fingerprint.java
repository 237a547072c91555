package io.github.tlslift.tls;

import io.github.tlslift.io.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Short names for the shape of a ClientHello: JA3 (Salesforce) and JA4 (FoxIO), as published. */
public final class Fingerprint {
  private Fingerprint() {}

  /** The text that JA3 is the MD5 of. */
  public static String ja3Text(ClientHello h) throws MalformedInputException {
    return h.version()
        + ","
        + dashed(h.cipherSuites())
        + ","
        + dashed(h.extensionTypes())
        + ","
        + dashed(h.groups())
        + ","
        + dashed(h.pointFormats());
  }

  private static String dashed(List<Integer> numbers) {
    return numbers.stream()
        .filter(n -> !CodePoint.isGrease(n))
        .map(String::valueOf)
        .collect(Collectors.joining("-"));
  }

  /** JA3 in hexadecimal. */
  public static String ja3(ClientHello h) throws MalformedInputException {
    return digest("MD5", ja3Text(h));
  }

  /** JA4 over TCP. */
  public static String ja4(ClientHello h) throws MalformedInputException {
    List<Integer> suites = real(h.cipherSuites());
    List<Integer> types = real(h.extensionTypes());
    List<Integer> hashed =
        types.stream().filter(t -> t != Extension.SERVER_NAME && t != Extension.ALPN).toList();
    String schemes =
        hex(h.signatureSchemes().stream().filter(s -> !CodePoint.isGrease(s)).toList());
    String extensions = hex(hashed.stream().sorted().toList());
    return "t"
        + version(h)
        + (h.extension(Extension.SERVER_NAME).isPresent() ? "d" : "i")
        + count(suites)
        + count(types)
        + alpn(h.applicationProtocols())
        + "_"
        + hash(hex(suites.stream().sorted().toList()))
        + "_"
        + hash(schemes.isEmpty() ? extensions : extensions + "_" + schemes);
  }

  private static List<Integer> real(List<Integer> numbers) {
    return numbers.stream().filter(n -> !CodePoint.isGrease(n)).toList();
  }

  private static String version(ClientHello h) throws MalformedInputException {
    int highest =
        real(h.supportedVersions()).stream().mapToInt(Integer::intValue).max().orElse(h.version());
    return switch (highest) {
      case 0x0304 -> "13";
      case 0x0303 -> "12";
      case 0x0302 -> "11";
      case 0x0301 -> "10";
      case 0x0300 -> "s3";
      case 0x0002 -> "s2";
      default -> "00";
    };
  }

  private static String count(Collection<Integer> all) {
    return String.format("%02d", Math.min(99, all.size()));
  }

  // First and last character of the first protocol; in hexadecimal where one is no letter or digit.
  private static String alpn(List<String> protocols) {
    if (protocols.isEmpty() || protocols.get(0).isEmpty()) {
      return "00";
    }
    String first = protocols.get(0);
    char a = first.charAt(0);
    char z = first.charAt(first.length() - 1);
    if (isAlphanumeric(a) && isAlphanumeric(z)) {
      return "" + a + z;
    }
    String hex = HexFormat.of().formatHex(first.getBytes(StandardCharsets.ISO_8859_1));
    return "" + hex.charAt(0) + hex.charAt(hex.length() - 1);
  }

  private static boolean isAlphanumeric(char c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }

  private static String hex(List<Integer> numbers) {
    return numbers.stream().map(n -> String.format("%04x", n)).collect(Collectors.joining(","));
  }

  private static String hash(String text) {
    return text.isEmpty() ? "000000000000" : digest("SHA-256", text).substring(0, 12);
  }

  private static String digest(String algorithm, String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }
}
