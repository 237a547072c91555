package io.github.tlslift.tls;

import io.github.tlslift.io.MalformedInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A hello as named fields: numbers in hexadecimal, but for extensions and point formats. */
public final class HelloFields {
  private HelloFields() {}

  /** The fields of a hello, the same for every hello of one shape. */
  public static Map<String, String> of(int recordVersion, ClientHello hello)
      throws MalformedInputException {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("record_version", hex(List.of(recordVersion), 4));
    fields.put("hello_version", hex(List.of(hello.version()), 4));
    fields.put("cipher_suites", hex(hello.cipherSuites(), 4));
    fields.put("extensions", decimal(hello.extensionTypes()));
    fields.put("groups", hex(hello.groups(), 4));
    fields.put("point_formats", decimal(hello.pointFormats()));
    fields.put("signature_schemes", hex(hello.signatureSchemes(), 4));
    fields.put("supported_versions", hex(hello.supportedVersions(), 4));
    fields.put("key_share", hex(hello.keyShareGroups(), 4));
    fields.put("alpn", String.join(" ", hello.applicationProtocols()));
    fields.put("ja3", Fingerprint.ja3(hello));
    fields.put("ja4", Fingerprint.ja4(hello));
    return fields;
  }

  /** The fields that a hello of SSL 2.0 has. */
  public static Map<String, String> of(Sslv2ClientHello hello) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("record_version", "0002");
    fields.put("hello_version", hex(List.of(hello.version()), 4));
    fields.put("cipher_suites", hex(hello.cipherSpecs(), 6));
    return fields;
  }

  private static String hex(List<Integer> numbers, int digits) {
    return numbers.stream()
        .map(n -> String.format("%0" + digits + "x", n))
        .collect(Collectors.joining(" "));
  }

  private static String decimal(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
