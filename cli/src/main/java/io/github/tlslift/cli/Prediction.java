package io.github.tlslift.cli;

import io.github.tlslift.model.CheckReport;
import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Offer;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.model.WindowsOutcome;
import io.github.tlslift.net.tap.Seen;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The newest version that the programs of a folder offer, as the resolver has it: a hello up to TLS
 * 1.2 shows no more than that (rule R18).
 *
 * @param newest by version, the names of the Windows on which a program offers it
 */
record Prediction(Map<TlsVersion, Set<String>> newest) {

  /** Whether it came as predicted. */
  enum Agrees {
    YES,
    NO,
    /** No hello was seen, or nothing predicted. */
    UNKNOWN;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The prediction for the programs that a command names, or for all where it names none. */
  static Prediction of(CheckReport report, List<String> command) {
    List<Connection> named =
        report.connections().stream().filter(c -> isNamed(c.process().name(), command)).toList();
    Map<TlsVersion, Set<String>> all = new LinkedHashMap<>();
    for (Connection c : named.isEmpty() ? report.connections() : named) {
      for (WindowsOutcome o : c.deciding()) {
        offers(o)
            .flatMap(offer -> newest(offer).stream())
            .forEach(v -> all.computeIfAbsent(v, x -> new LinkedHashSet<>()).add(o.name()));
      }
    }
    return new Prediction(all);
  }

  private static boolean isNamed(String process, List<String> command) {
    return command.stream()
        .map(w -> w.replace('\\', '/'))
        .map(w -> w.substring(w.lastIndexOf('/') + 1))
        .anyMatch(process::equalsIgnoreCase);
  }

  private static Stream<Offer> offers(WindowsOutcome o) {
    return o.alternatives().isEmpty()
        ? Stream.of(o.offer())
        : o.alternatives().stream().map(WindowsOutcome.Alternative::offer);
  }

  private static Optional<TlsVersion> newest(Offer offer) {
    return offer.outcome() == Offer.Outcome.OFFERS
        ? offer.versions().stream().max(Enum::compareTo)
        : Optional.empty();
  }

  /** Whether a hello is one of those predicted. */
  Agrees agrees(Seen seen) {
    Optional<TlsVersion> offered = seen.newestOffered();
    if (offered.isEmpty() || newest.isEmpty()) {
      return Agrees.UNKNOWN;
    }
    return newest.containsKey(offered.get()) ? Agrees.YES : Agrees.NO;
  }

  /** Whether every hello is one of those predicted. */
  Agrees agrees(List<Seen> all) {
    Set<Agrees> each = all.stream().map(this::agrees).collect(Collectors.toSet());
    if (each.contains(Agrees.NO)) {
      return Agrees.NO;
    }
    return each.contains(Agrees.YES) ? Agrees.YES : Agrees.UNKNOWN;
  }

  /** In words, such as {@code up to TLS 1.0 on Server 2016, Server 2019}. */
  String words() {
    if (newest.isEmpty()) {
      return "nothing: no program that uses TLS was found";
    }
    return newest.entrySet().stream()
        .map(e -> "up to " + e.getKey().display() + " on " + String.join(", ", e.getValue()))
        .collect(Collectors.joining("; "));
  }
}
