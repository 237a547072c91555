package io.github.tlslift.resolve;

import io.github.tlslift.model.Confidence;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.SwitchSetting.Source;
import io.github.tlslift.model.TlsVersion;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * R9: a protocol list for one executable, from the registry (4.6+) or {@code appSettings} (4.5).
 */
final class AppValue {
  private static final String REGISTRY_NAME = "SecurityProtocol";
  private static final String APP_SETTINGS_KEY = "System.Net.ServicePointManager.SecurityProtocol";

  private record Given(String text, Optional<Location> at) {}

  private AppValue() {}

  static int apply(int mask, boolean strong, boolean system, Situation s, Trail trail) {
    Optional<Given> given = given(s);
    boolean read =
        strong
            || (system
                && (s.installedAtLeast("4.7")
                    || s.installed().map(Installed::isClr2).orElse(false)));
    if (given.isEmpty() || !read) {
      return mask;
    }
    OptionalInt value = parse(given.get().text, s);
    if (value.isEmpty()) {
      return mask;
    }
    return valid(value.getAsInt(), mask, given.get(), s, trail);
  }

  private static int valid(int value, int mask, Given given, Situation s, Trail trail) {
    if (AllowedBits.allows(value, s)) {
      trail.add(
          "R9",
          "a per-application SecurityProtocol of " + given.text + " replaces the default",
          given.at,
          "",
          Confidence.MEDIUM);
      return value;
    }
    int fallback = s.installedAtLeast("4.7") ? DefaultMask.LEGACY : mask;
    trail.add(
        "R9",
        "a per-application SecurityProtocol of "
            + given.text
            + " is not allowed and "
            + (s.installedAtLeast("4.7") ? "silently gives SSL 3.0 and TLS 1.0" : "is ignored"),
        given.at,
        "",
        Confidence.MEDIUM);
    return fallback;
  }

  private static Optional<Given> given(Situation s) {
    boolean appSettings = s.installedAtLeast("4.5") && !s.installedAtLeast("4.6");
    if (appSettings) {
      return s.switches().stream()
          .filter(v -> v.source() == Source.APP_SETTINGS && v.name().equals(APP_SETTINGS_KEY))
          .reduce((first, last) -> last)
          .map(v -> new Given(v.value(), v.at()));
    }
    return s.registry()
        .find(RegistrySetting.Kind.APP, REGISTRY_NAME, s.bitness())
        .map(r -> new Given(r.value(), r.at()));
  }

  private static OptionalInt parse(String text, Situation s) {
    int mask = 0;
    for (String part : text.split(",", -1)) {
      OptionalInt one = parseOne(part.strip(), s);
      if (one.isEmpty()) {
        return OptionalInt.empty();
      }
      mask |= one.getAsInt();
    }
    return OptionalInt.of(mask);
  }

  // Enum.Parse: a number, or member names that this framework has (Tls11 and Tls12 from 4.5, Tls13
  // from 4.8).
  private static OptionalInt parseOne(String part, Situation s) {
    if (part.matches("-?\\d{1,9}")) {
      return OptionalInt.of(Integer.parseInt(part));
    }
    if (part.equals("SystemDefault")) {
      return OptionalInt.of(0);
    }
    return Arrays.stream(TlsVersion.values())
        .filter(v -> v != TlsVersion.SSL2 && v.enumName().equals(part))
        .filter(v -> v != TlsVersion.TLS13 || s.installedAtLeast("4.8"))
        .mapToInt(TlsVersion::mask)
        .findFirst();
  }
}
