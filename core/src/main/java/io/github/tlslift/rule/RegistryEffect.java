package io.github.tlslift.rule;

import io.github.tlslift.model.PlaceVerdict;
import io.github.tlslift.model.RegistryValue;
import io.github.tlslift.model.TlsVersion;
import java.util.Locale;
import java.util.Optional;

/** What a registry value does by itself: turns an old behaviour on, or a modern one. */
final class RegistryEffect {
  private static final int WIN_HTTP_TLS12 = 0x800;

  private RegistryEffect() {}

  /** The verdict; empty where nobody reads the value, or where it is not known or odd. */
  static Optional<PlaceVerdict> of(RegistryValue v) {
    RegistryPlace place = RegistryPlace.of(v);
    return old(v, place).map(old -> old ? PlaceVerdict.SWITCH : PlaceVerdict.OK);
  }

  private static Optional<Boolean> old(RegistryValue v, RegistryPlace place) {
    if (v.deleted() || RegistryWrongType.isWrong(v)) {
      return Optional.empty();
    }
    return switch (place.kind()) {
      case CLR4, CLR2 -> number(v).filter(n -> n < 2).map(n -> n == 0);
      case APP_CONTEXT -> bool(v.text());
      case CLIENT -> number(v).map(n -> schannel(v, place.version().orElseThrow(), n != 0));
      case WIN_HTTP -> number(v).map(n -> (n & WIN_HTTP_TLS12) == 0);
      case SERVER, NONE -> Optional.empty();
    };
  }

  // Old is a legacy version that is on and a modern one that is off.
  private static boolean schannel(RegistryValue v, TlsVersion version, boolean nonZero) {
    boolean on = v.name().equalsIgnoreCase("Enabled") == nonZero;
    return on == version.isLegacy();
  }

  /**
   * The number of a DWORD; scripts write {@code -Value '1' -Type DWord}, which converts the text.
   */
  static Optional<Long> number(RegistryValue v) {
    boolean text = v.number().isEmpty() && v.type().equals("REG_DWORD");
    return text && v.text().matches("\\d{1,10}|0[xX][0-9a-fA-F]{1,8}")
        ? Optional.of(Long.decode(v.text().replaceFirst("^0+(?=\\d)", "")))
        : v.number();
  }

  private static Optional<Boolean> bool(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
