package io.github.tlslift.model;

import java.util.List;
import java.util.Optional;

/**
 * What an endpoint accepts, and how we know.
 *
 * @param id of the service profile, or {@code assumed}
 * @param name for people
 * @param basis how we know
 * @param minimum the oldest version accepted; empty where no source says
 * @param maximum the newest version known; empty is not "no TLS 1.3"
 * @param suites IANA names the server is said to accept, in the source's order
 * @param suitesUse what may be concluded from {@code suites}
 * @param refusal how a refusal shows, in the source's words; empty where no source says
 * @param olderRefusedSince a day or month, as the source gives it; may be empty
 * @param evidenceDate the date of the source; may be empty
 * @param evidence title and address of the source
 * @param confidence how far the source can be relied on
 * @param disagreeing competing statements about the same endpoint
 */
public record ServerPolicy(
    String id,
    String name,
    Basis basis,
    Optional<TlsVersion> minimum,
    Optional<TlsVersion> maximum,
    List<String> suites,
    SuitesUse suitesUse,
    String refusal,
    String olderRefusedSince,
    String evidenceDate,
    String evidence,
    Confidence confidence,
    List<ServerPolicy> disagreeing) {

  /** Copies the lists. */
  public ServerPolicy {
    suites = List.copyOf(suites);
    disagreeing = List.copyOf(disagreeing);
  }

  /** How we know. */
  public enum Basis {
    PROBED,
    DOCUMENTED,
    /** The user said so. */
    GIVEN,
    ASSUMED
  }

  /** What a list of suites is good for (facts, services page). */
  public enum SuitesUse {
    /** The server accepts these and no others. */
    COMPLETE,
    /** The same, for TLS 1.2 only. */
    COMPLETE_TLS12,
    /** The client needs one; more may be accepted: never a certain failure. */
    ONE_OF,
    /** No list. */
    NONE
  }

  /** Nobody says anything about the endpoint: TLS 1.2 and later is what services ask for today. */
  public static ServerPolicy assumed() {
    return new ServerPolicy(
        "assumed",
        "no profile of this endpoint",
        Basis.ASSUMED,
        Optional.of(TlsVersion.TLS12),
        Optional.empty(),
        List.of(),
        SuitesUse.NONE,
        "",
        "",
        "",
        "",
        Confidence.LOW,
        List.of());
  }

  /** The policy with competing statements. */
  public ServerPolicy disagreeingWith(List<ServerPolicy> others) {
    return new ServerPolicy(
        id,
        name,
        basis,
        minimum,
        maximum,
        suites,
        suitesUse,
        refusal,
        olderRefusedSince,
        evidenceDate,
        evidence,
        confidence,
        others);
  }

  /** For people: {@code TLS 1.2 and later}, {@code TLS 1.2, TLS 1.3}. */
  public String accepts() {
    if (minimum.isEmpty()) {
      return "not documented";
    }
    if (maximum.isEmpty()) {
      return minimum.get().display() + " and later";
    }
    StringBuilder all = new StringBuilder();
    for (TlsVersion v : TlsVersion.values()) {
      if (v.compareTo(minimum.get()) >= 0 && v.compareTo(maximum.get()) <= 0) {
        all.append(all.isEmpty() ? "" : ", ").append(v.display());
      }
    }
    return all.toString();
  }
}
