package io.github.tlslift.cli;

import io.github.tlslift.hello.HelloProfile;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.net.probe.Impostor;
import io.github.tlslift.tls.ClientHello;
import io.github.tlslift.tls.CodePoint;
import io.github.tlslift.tls.Fingerprint;
import io.github.tlslift.tls.HelloShape;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A hello in the columns of {@code schannel-hellos.csv}: hexadecimal, but for extensions. */
final class HelloText {
  private HelloText() {}

  /** The fields of the hello of a profile; empty where it sends none. */
  static Map<String, String> fields(HelloProfile profile, Optional<String> serverName) {
    return profile.shape().map(s -> fields(s, serverName)).orElseGet(LinkedHashMap::new);
  }

  private static Map<String, String> fields(HelloShape shape, Optional<String> serverName) {
    ClientHello hello = Impostor.hello(shape, serverName);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("record_version", hex(List.of(shape.recordVersion())));
    fields.put("hello_version", hex(List.of(hello.version())));
    fields.put("cipher_suites", hex(hello.cipherSuites()));
    fields.put("extensions", decimal(hello.extensionTypes()));
    try {
      decoded(hello, fields);
    } catch (MalformedInputException e) {
      throw new IllegalStateException("a hello of our own", e);
    }
    fields.put("bytes", HexFormat.of().formatHex(Impostor.record(shape, hello)));
    return fields;
  }

  private static void decoded(ClientHello hello, Map<String, String> fields)
      throws MalformedInputException {
    fields.put("groups", hex(hello.groups()));
    fields.put("point_formats", decimal(hello.pointFormats()));
    fields.put("signature_schemes", hex(hello.signatureSchemes()));
    fields.put("supported_versions", hex(hello.supportedVersions()));
    fields.put("key_share", hex(hello.keyShareGroups()));
    fields.put("alpn", String.join(" ", hello.applicationProtocols()));
    fields.put("ja3", Fingerprint.ja3(hello));
    fields.put("ja4", Fingerprint.ja4(hello));
  }

  private static String hex(List<Integer> numbers) {
    return numbers.stream().map(n -> String.format("%04x", n)).collect(Collectors.joining(" "));
  }

  private static String decimal(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /** The names of suites, for people. */
  static List<String> suites(HelloProfile profile) {
    return profile.shape().map(HelloShape::cipherSuites).orElse(List.of()).stream()
        .map(CodePoint.SUITE::name)
        .toList();
  }
}
