package io.github.tlslift.cli;

import io.github.tlslift.hello.HelloProfile;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.net.probe.Impostor;
import io.github.tlslift.tls.ClientHello;
import io.github.tlslift.tls.CodePoint;
import io.github.tlslift.tls.HelloFields;
import io.github.tlslift.tls.HelloShape;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A hello in the columns of {@code schannel-hellos.csv}: hexadecimal, but for extensions. */
final class HelloText {
  private HelloText() {}

  /** The fields of the hello of a profile; empty where it sends none. */
  static Map<String, String> fields(HelloProfile profile, Optional<String> serverName) {
    return profile.shape().map(s -> fields(s, serverName)).orElseGet(LinkedHashMap::new);
  }

  private static Map<String, String> fields(HelloShape shape, Optional<String> serverName) {
    ClientHello hello = Impostor.hello(shape, serverName);
    try {
      Map<String, String> fields = HelloFields.of(shape.recordVersion(), hello);
      fields.put("bytes", HexFormat.of().formatHex(Impostor.record(shape, hello)));
      return fields;
    } catch (MalformedInputException e) {
      throw new IllegalStateException("a hello of our own", e);
    }
  }

  /** The names of suites, for people. */
  static List<String> suites(HelloProfile profile) {
    return profile.shape().map(HelloShape::cipherSuites).orElse(List.of()).stream()
        .map(CodePoint.SUITE::name)
        .toList();
  }
}
