package io.github.tlslift.resolve;

import io.github.tlslift.model.Confidence;
import io.github.tlslift.model.Location;
import java.util.Optional;

/** R6: whether strong crypto is on. */
final class StrongCrypto {
  static final String VALUE = "SchUseStrongCrypto";

  private StrongCrypto() {}

  static boolean isOn(Situation s, Optional<FrameworkVersion> target, Trail trail) {
    if (!s.installedAtLeast("4.5")) {
      return false;
    }
    boolean hasSwitch = s.installedAtLeast("4.6");
    RegistrySwitched.Decision decision =
        hasSwitch
            ? RegistrySwitched.decide(
                VALUE, SwitchPrecedence.decide(QuirkSwitch.STRONG_CRYPTO, target, s), s)
            : RegistrySwitched.onlyOne(VALUE, s);
    say(decision, s, trail);
    return decision.on();
  }

  private static void say(RegistrySwitched.Decision d, Situation s, Trail trail) {
    String state = d.on() ? "on" : "off";
    if (d.said().isEmpty()) {
      String unless = d.on() ? "" : " unless something switches it on";
      trail.add(
          "R6",
          "so strong crypto is " + state + unless,
          Optional.<Location>empty(),
          basis(s),
          d.confidence());
    } else {
      trail.add("R6", d.said() + ", so strong crypto is " + state, d.at(), "", d.confidence());
    }
  }

  static String basis(Situation s) {
    String config = s.basis().config();
    return config.isEmpty() ? s.registry().absence() : config + "; " + s.registry().absence();
  }

  static Confidence medium(boolean when) {
    return when ? Confidence.MEDIUM : Confidence.HIGH;
  }
}
