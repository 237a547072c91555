package io.github.tlslift.rule;

import io.github.tlslift.model.Finding;
import io.github.tlslift.model.PlaceVerdict;
import io.github.tlslift.model.RegistryValue;
import io.github.tlslift.model.Severity;
import java.util.List;
import java.util.Optional;

/** Makes findings of registry values. */
final class RegistryPlaces {
  private static final long SMALL = 4095;

  private RegistryPlaces() {}

  /** A finding about a value that decides nothing by itself. */
  static Finding finding(
      String ruleId, Severity severity, RegistryValue v, String message, Diagnosis d) {
    return finding(ruleId, severity, v, message, Optional.empty(), d);
  }

  static Finding finding(
      String ruleId,
      Severity severity,
      RegistryValue v,
      String message,
      Optional<PlaceVerdict> verdict,
      Diagnosis d) {
    return new Finding(
        ruleId,
        severity,
        v.location(),
        message,
        verdict,
        List.of(),
        Optional.empty(),
        false,
        said(v),
        d.writersOf(v));
  }

  /** The value for a message: {@code SchUseStrongCrypto=1}, {@code Enabled=0xffffffff}. */
  static String said(RegistryValue v) {
    boolean mask = v.name().equalsIgnoreCase("DefaultSecureProtocols");
    String data =
        RegistryEffect.number(v)
            .filter(n -> mask || n > SMALL)
            .map(n -> "0x" + Long.toHexString(n))
            .orElse(v.text());
    return v.name() + "=" + data;
  }

  /** The last two parts of the key: {@code TLS 1.2\Client}. */
  static String shortKey(RegistryValue v) {
    String key = v.key();
    int last = key.lastIndexOf('\\');
    int before = key.lastIndexOf('\\', last - 1);
    return key.substring(before + 1);
  }
}
