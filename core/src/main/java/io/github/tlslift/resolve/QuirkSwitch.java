package io.github.tlslift.resolve;

import io.github.tlslift.io.CsvTable;
import java.util.List;
import java.util.Optional;

/**
 * R4: an AppContext switch whose default follows the target framework.
 *
 * @param name the full name
 * @param oldWhenTargetAtMost the newest target for which it defaults to true, the old behaviour
 * @param sinceInstalled the first framework that reads it
 */
record QuirkSwitch(
    String name, FrameworkVersion oldWhenTargetAtMost, FrameworkVersion sinceInstalled) {
  static final QuirkSwitch STRONG_CRYPTO = named("Switch.System.Net.DontEnableSchUseStrongCrypto");
  static final QuirkSwitch SYSTEM_DEFAULT =
      named("Switch.System.Net.DontEnableSystemDefaultTlsVersions");
  static final QuirkSwitch WCF_OWN_PROTOCOLS =
      named("Switch.System.ServiceModel.DisableUsingServicePointManagerSecurityProtocols");
  static final QuirkSwitch WCF_SYSTEM_DEFAULT =
      named("Switch.System.ServiceModel.DontEnableSystemDefaultTlsVersions");

  /** Whether a missing or this target has the old behaviour. */
  boolean defaultFor(Optional<FrameworkVersion> target) {
    return target.isEmpty() || target.get().compareTo(oldWhenTargetAtMost) <= 0;
  }

  /** The name without its {@code Switch.System.Net.} part. */
  String shortName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  static List<QuirkSwitch> all() {
    return CsvTable.load(
        QuirkSwitch.class,
        "switches.csv",
        r ->
            new QuirkSwitch(
                r.getField("name"),
                FrameworkVersion.of(r.getField("old_when_target_at_most")),
                FrameworkVersion.of(r.getField("since_installed"))));
  }

  private static QuirkSwitch named(String name) {
    return all().stream().filter(s -> s.name.equals(name)).findFirst().orElseThrow();
  }
}
