package io.github.tlslift.cli;

import io.github.tlslift.hello.HelloProfile;
import io.github.tlslift.match.FailureText;
import io.github.tlslift.model.Offer;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.net.probe.Answer;
import io.github.tlslift.net.probe.Target;
import io.github.tlslift.tls.CodePoint;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of a client's hello at a target.
 *
 * @param answer empty text in it stands for nothing
 */
record Simulation(Target target, HelloProfile profile, Result result, Map<String, String> answer) {

  /** Whether the client connects. */
  enum Result {
    CONNECTS,
    FAILS,
    UNKNOWN;

    String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A client that sends nothing. */
  static Simulation nothingSent(Target target, HelloProfile profile) {
    Offer offer = profile.offer();
    Map<String, String> says = new LinkedHashMap<>();
    boolean unknownSuites = offer.outcome() == Offer.Outcome.OFFERS;
    says.put(
        "how",
        unknownSuites ? "the suites of this Windows are not known" : "sends " + offer.display());
    return new Simulation(target, profile, unknownSuites ? Result.UNKNOWN : Result.FAILS, says);
  }

  static Simulation of(Target target, HelloProfile profile, Answer answer) {
    Map<String, String> says = new LinkedHashMap<>();
    if (answer instanceof Answer.Accepted a) {
      says.put("version", version(a.version()));
      says.put("suite", CodePoint.SUITE.name(a.hello().cipherSuite()));
      return new Simulation(target, profile, Result.CONNECTS, says);
    }
    if (answer instanceof Answer.Refused r) {
      says.put("how", r.words());
      says.put(
          "error",
          FailureText.ofRefusal(profile.situation().api(), profile.situation().clr(), r.words()));
      return new Simulation(target, profile, Result.FAILS, says);
    }
    if (answer instanceof Answer.Unknown u) {
      says.put("how", u.words());
    }
    return new Simulation(target, profile, Result.UNKNOWN, says);
  }

  private static String version(int number) {
    return Arrays.stream(TlsVersion.values())
        .filter(v -> v.ordinal() > 0 && 0x0300 + v.ordinal() - 1 == number)
        .map(TlsVersion::id)
        .findFirst()
        .orElseGet(() -> String.format("0x%04x", number));
  }

  /** For people. */
  String text() {
    StringBuilder out = new StringBuilder();
    out.append(profile.name()).append(" → ").append(target.endpoint()).append("   ");
    out.append(result.name()).append("\n\n");
    line("offers", profile.offer().display(), out);
    answer.forEach(
        (name, value) -> line(name, name.equals("error") ? '"' + value + '"' : value, out));
    return out.append('\n').toString();
  }

  private static void line(String name, String value, StringBuilder out) {
    if (!value.isEmpty()) {
      out.append(String.format("      %-10s%s%n", name, value));
    }
  }
}
