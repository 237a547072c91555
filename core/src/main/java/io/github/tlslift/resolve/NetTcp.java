package io.github.tlslift.resolve;

import java.util.Optional;

/** R13: WCF net.tcp with certificates takes its versions from a constant of the installed WCF. */
final class NetTcp {
  private NetTcp() {}

  static ApiMask of(Situation s, Trail trail) {
    if (s.argument().isPresent()) {
      return ApiMask.argument(s, trail);
    }
    return ApiMask.plain(s.installedAtLeast("4.7.1") ? bySwitch(s, trail) : byInstalled(s, trail));
  }

  private static int bySwitch(Situation s, Trail trail) {
    Optional<FrameworkVersion> target = DomainTarget.of(s, new Trail());
    SwitchPrecedence.Decision old =
        SwitchPrecedence.decide(QuirkSwitch.WCF_SYSTEM_DEFAULT, target, s);
    trail.add(
        "R13",
        old.value()
            ? "net.tcp keeps its own list, TLS 1.0 to 1.2, for targets up to 4.7"
            : "net.tcp leaves the choice to Windows from target 4.7.1 on",
        old.at(),
        old.said(),
        old.confidence());
    return old.value() ? DefaultMask.TLS10_TO_12 : 0;
  }

  private static int byInstalled(Situation s, Trail trail) {
    trail.note(
        "R13",
        "net.tcp takes its versions from the installed framework; no setting and no target changes them");
    if (s.installedAtLeast("4.6.2")) {
      return DefaultMask.TLS10_TO_12;
    }
    return s.installedAtLeast("4.6") ? ApiMask.ssl3ToTls12() : DefaultMask.LEGACY;
  }
}
