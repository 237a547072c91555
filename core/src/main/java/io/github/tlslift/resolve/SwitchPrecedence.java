package io.github.tlslift.resolve;

import io.github.tlslift.model.Confidence;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.SwitchSetting.Source;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** R5: who sets a switch, highest first; the target decides where nobody does. */
final class SwitchPrecedence {

  /**
   * The value of a switch and what gave it.
   *
   * @param value true is the old behaviour
   * @param said what to say of it; empty where the target decided
   */
  record Decision(boolean value, String said, Optional<Location> at, Confidence confidence) {}

  private static final String APP_SETTINGS_PREFIX = "AppContext.SetSwitch:";

  private SwitchPrecedence() {}

  static Decision decide(QuirkSwitch which, Optional<FrameworkVersion> target, Situation s) {
    return fromCode(which, s)
        .or(() -> fromConfig(which, s))
        .or(() -> fromRegistry(which, s))
        .orElseGet(
            () -> new Decision(which.defaultFor(target), "", Optional.empty(), Confidence.HIGH));
  }

  private static Optional<Decision> fromCode(QuirkSwitch which, Situation s) {
    return last(s.switches(), Source.CODE, which.name())
        .map(v -> decision(which, v.value(), "code sets", v.at(), Confidence.MEDIUM));
  }

  private static Optional<Decision> fromConfig(QuirkSwitch which, Situation s) {
    if (s.host() == HostKind.ASPNET) {
      return last(s.switches(), Source.APP_SETTINGS, APP_SETTINGS_PREFIX + which.name())
          .map(v -> decision(which, v.value(), "appSettings sets", v.at(), Confidence.MEDIUM));
    }
    return last(s.switches(), Source.OVERRIDES, which.name())
        .map(v -> decision(which, v.value(), "the config sets", v.at(), Confidence.HIGH));
  }

  private static Optional<Decision> fromRegistry(QuirkSwitch which, Situation s) {
    return s.registry()
        .find(RegistrySetting.Kind.APP_CONTEXT, which.name(), s.bitness())
        .filter(r -> parse(r.value()).isPresent())
        .map(
            r ->
                decision(
                    which,
                    r.value(),
                    "the registry's AppContext key sets",
                    r.at(),
                    Confidence.HIGH));
  }

  private static Optional<SwitchValue> last(List<SwitchValue> all, Source source, String name) {
    return all.stream()
        .filter(v -> v.source() == source && v.name().equals(name))
        .reduce((first, second) -> second)
        .filter(v -> parse(v.value()).isPresent());
  }

  private static Decision decision(
      QuirkSwitch which, String text, String how, Optional<Location> at, Confidence sure) {
    boolean value = parse(text).orElseThrow();
    return new Decision(value, how + " " + which.shortName() + "=" + value, at, sure);
  }

  private static Optional<Boolean> parse(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
