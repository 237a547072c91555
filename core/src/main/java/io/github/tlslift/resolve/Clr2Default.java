package io.github.tlslift.resolve;

import io.github.tlslift.model.Confidence;
import java.util.Optional;

/** R12: the value a CLR 2 process starts with. */
final class Clr2Default {
  // KB3156421 and its kin are in every build from 1607 on.
  private static final int FIRST_PATCHED_BUILD = 14393;

  private Clr2Default() {}

  static boolean isPatched(Situation s) {
    return s.hasUpdate("kb2016") || s.windows().isBuildAtLeast(FIRST_PATCHED_BUILD);
  }

  static DefaultMask of(Situation s, Trail trail) {
    trail.add(
        "R12", "the program runs on CLR 2 (.NET 2.0 to 3.5)" + patchState(s), s.targetAt(), "");
    if (!isPatched(s)) {
      return new DefaultMask(DefaultMask.LEGACY, DefaultMask.LEGACY, false, false);
    }
    boolean strong = RegistrySwitched.onlyOne(StrongCrypto.VALUE, s).on();
    boolean system = systemDefault(s, trail);
    int mask = system ? 0 : DefaultMask.LEGACY;
    return new DefaultMask(AppValue.apply(mask, strong, system, s, trail), mask, strong, system);
  }

  private static boolean systemDefault(Situation s, Trail trail) {
    RegistrySwitched.Decision decision = RegistrySwitched.onlyOne(SystemDefault.VALUE, s);
    if (decision.on()) {
      trail.add("R12", decision.said() + ", so Windows chooses the versions", decision.at(), "");
    } else {
      trail.add(
          "R12",
          "so the default is SSL 3.0 and TLS 1.0 unless SystemDefaultTlsVersions=1 stands under v2.0.50727",
          Optional.empty(),
          s.registry().absence(),
          Confidence.HIGH);
    }
    return decision.on();
  }

  private static String patchState(Situation s) {
    return isPatched(s) ? "" : " without the 2016 TLS updates, which reads no registry value";
  }
}
