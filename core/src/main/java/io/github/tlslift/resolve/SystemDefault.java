package io.github.tlslift.resolve;

import io.github.tlslift.model.Confidence;
import java.util.Optional;

/** R7 and R14: whether the choice is left to Schannel. */
final class SystemDefault {
  static final String VALUE = "SystemDefaultTlsVersions";

  private SystemDefault() {}

  static boolean isOn(Situation s, Optional<FrameworkVersion> target, Trail trail) {
    Optional<RegistrySwitched.Decision> decision = decide(s, target);
    if (decision.isEmpty()) {
      return false;
    }
    boolean on = decision.get().on() && !switchedOffForApp(s, trail);
    if (on || !decision.get().said().isEmpty()) {
      say(decision.get(), on, trail);
    }
    return on;
  }

  private static Optional<RegistrySwitched.Decision> decide(
      Situation s, Optional<FrameworkVersion> target) {
    boolean rollup = s.hasUpdate("rollup201709") || s.hasUpdate("kb3154521");
    if (s.installedAtLeast("4.7") || (rollup && s.installedAtLeast("4.6"))) {
      return Optional.of(
          RegistrySwitched.decide(
              VALUE, SwitchPrecedence.decide(QuirkSwitch.SYSTEM_DEFAULT, target, s), s));
    }
    return rollup ? Optional.of(RegistrySwitched.onlyOne(VALUE, s)) : Optional.empty();
  }

  // R7: a per-application value that is present and not 1 takes the default back.
  private static boolean switchedOffForApp(Situation s, Trail trail) {
    Optional<RegistrySetting> app =
        s.registry()
            .find(RegistrySetting.Kind.APP, VALUE, s.bitness())
            .filter(a -> s.installedAtLeast("4.7") && a.dword() && !a.value().equals("1"));
    app.ifPresent(
        a ->
            trail.add(
                "R7",
                "the registry's per-application " + VALUE + " takes the OS default back",
                a.at(),
                "",
                Confidence.MEDIUM));
    return app.isPresent();
  }

  private static void say(RegistrySwitched.Decision d, boolean on, Trail trail) {
    String outcome = on ? "Windows chooses the versions" : "the choice is not left to Windows";
    String says = d.said().isEmpty() ? "so " + outcome : d.said() + ", so " + outcome;
    trail.add("R7", says, d.at(), "", d.confidence());
  }
}
