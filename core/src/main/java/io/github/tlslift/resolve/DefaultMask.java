package io.github.tlslift.resolve;

import io.github.tlslift.model.Confidence;
import io.github.tlslift.model.Protocols;
import java.util.Optional;

/**
 * R8, R9 and R12: the value a process starts with, once per AppDomain.
 *
 * @param mask the number of {@code ServicePointManager.SecurityProtocol} before any code writes it
 * @param withoutAppValue the same without a per-application registry value
 * @param strongCrypto whether strong crypto is on
 * @param systemDefault whether system default is on, so that 0 is allowed
 */
record DefaultMask(int mask, int withoutAppValue, boolean strongCrypto, boolean systemDefault) {
  static final int LEGACY = 240;
  static final int TLS10_TO_12 = 4032;
  static final int TLS10_TO_13 = 16320;

  static DefaultMask of(Situation s, Optional<FrameworkVersion> target, Trail trail) {
    boolean strong = StrongCrypto.isOn(s, target, trail);
    boolean system = SystemDefault.isOn(s, target, trail);
    int mask = system ? 0 : strong ? strongMask(s, trail) : LEGACY;
    return new DefaultMask(AppValue.apply(mask, strong, system, s, trail), mask, strong, system);
  }

  private static int strongMask(Situation s, Trail trail) {
    if (!s.installedAtLeast("4.8")) {
      return TLS10_TO_12;
    }
    trail.add(
        "R8",
        "strong crypto adds TLS 1.1, 1.2 and, from 4.8, 1.3",
        Optional.empty(),
        "",
        Confidence.MEDIUM);
    return TLS10_TO_13;
  }

  /** The value as .NET prints it. */
  String display() {
    return new Protocols(mask).enumNames();
  }
}
