package io.github.tlslift.resolve;

import io.github.tlslift.model.Clr;

/** R10: the bits that the setter of {@code ServicePointManager.SecurityProtocol} accepts. */
final class AllowedBits {
  private static final int SSL3_TO_TLS10 = 240;
  private static final int SSL3_TO_TLS12 = 4080;
  private static final int SSL3_TO_TLS13 = 16368;
  private static final int TLS10_TO_TLS13 = 16320;

  private AllowedBits() {}

  static boolean allows(int mask, Situation s) {
    return (mask & ~of(s)) == 0;
  }

  private static int of(Situation s) {
    if (s.clr() == Clr.CORE) {
      return TLS10_TO_TLS13;
    }
    if (s.clr() == Clr.CLR2) {
      return Clr2Default.isPatched(s) ? SSL3_TO_TLS12 : SSL3_TO_TLS10;
    }
    if (s.installedAtLeast("4.8")) {
      return SSL3_TO_TLS13;
    }
    return s.installedAtLeast("4.5") ? SSL3_TO_TLS12 : SSL3_TO_TLS10;
  }
}
