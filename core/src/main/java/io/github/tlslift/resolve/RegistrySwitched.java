package io.github.tlslift.resolve;

import io.github.tlslift.model.Confidence;
import io.github.tlslift.model.Location;
import java.util.Optional;

/** R6 and R7: a behaviour that a registry DWORD turns on or off, read in the light of a switch. */
final class RegistrySwitched {

  /**
   * Whether the behaviour is on, and what decided.
   *
   * @param said the reason, ready for the trail; empty where nothing was set and the target decides
   */
  record Decision(boolean on, String said, Optional<Location> at, Confidence confidence) {}

  private RegistrySwitched() {}

  /** By R6's table: the switch says how the value is read; the value beats the switch. */
  static Decision decide(String value, SwitchPrecedence.Decision old, Situation s) {
    Optional<RegistrySetting> dword = dword(value, s);
    if (dword.isEmpty()) {
      return new Decision(!old.value(), old.said(), old.at(), old.confidence());
    }
    long number = number(dword.get());
    boolean on = old.value() ? number == 1 : number != 0;
    return new Decision(
        on, value + "=" + number + " in the registry", dword.get().at(), Confidence.HIGH);
  }

  /** Without a switch: on only where the value is 1. */
  static Decision onlyOne(String value, Situation s) {
    Optional<RegistrySetting> dword = dword(value, s);
    boolean on = dword.isPresent() && number(dword.get()) == 1;
    String said = dword.map(d -> value + "=" + number(d) + " in the registry").orElse("");
    return new Decision(on, said, dword.flatMap(RegistrySetting::at), Confidence.HIGH);
  }

  private static Optional<RegistrySetting> dword(String value, Situation s) {
    return s.registry().dword(kind(s), value, s.bitness());
  }

  private static RegistrySetting.Kind kind(Situation s) {
    return s.clr() == io.github.tlslift.model.Clr.CLR2
        ? RegistrySetting.Kind.CLR2
        : RegistrySetting.Kind.CLR4;
  }

  private static long number(RegistrySetting setting) {
    return Long.decode(setting.value());
  }
}
