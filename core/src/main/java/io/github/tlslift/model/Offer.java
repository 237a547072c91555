package io.github.tlslift.model;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What a process puts into its ClientHello through one API on one Windows.
 *
 * @param outcome whether there is a hello at all
 * @param mask the number handed to Schannel; empty where it is not known
 * @param osDefault whether Schannel chose the versions
 * @param versions the versions offered, oldest first
 * @param strongCrypto whether {@code SCH_USE_STRONG_CRYPTO} goes along and takes weak suites out
 * @param exception the exception's type name where the outcome is one; else empty
 * @param confidence the weakest of the rules used
 * @param trail the reasons, in the order they were decided
 */
public record Offer(
    Outcome outcome,
    OptionalInt mask,
    boolean osDefault,
    List<TlsVersion> versions,
    boolean strongCrypto,
    String exception,
    Confidence confidence,
    List<TrailStep> trail) {

  /** Copies the lists. */
  public Offer {
    versions = List.copyOf(versions);
    trail = List.copyOf(trail);
  }

  /** The same for other reasons. */
  public Offer withTrail(List<TrailStep> other) {
    return new Offer(
        outcome, mask, osDefault, versions, strongCrypto, exception, confidence, other);
  }

  /** What comes of an attempt to connect, before any server is asked. */
  public enum Outcome {
    /** A hello with {@link Offer#versions()} is sent. */
    OFFERS,
    /** The program stops with {@link Offer#exception()} when it sets or uses the value. */
    THROWS,
    /** The host refuses to start. */
    FAILS_TO_START,
    /** No version is left that Schannel may use; nothing is sent. */
    NO_USABLE_PROTOCOL,
    /** The API does not use TLS. */
    NO_TLS
  }

  /** In the vocabulary of the case table: {@code os-default:tls1.0+tls1.1}, {@code throws X}. */
  public String id() {
    return switch (outcome) {
      case OFFERS -> (osDefault ? "os-default:" : "") + versionIds();
      case THROWS -> "throws " + exception;
      case FAILS_TO_START -> "fails " + exception;
      case NO_USABLE_PROTOCOL -> "fails no-usable-protocol";
      case NO_TLS -> "none";
    };
  }

  /** For people: {@code SSL 3.0, TLS 1.0}. */
  public String display() {
    return switch (outcome) {
      case OFFERS -> versions.stream().map(TlsVersion::display).collect(Collectors.joining(", "));
      case THROWS -> "nothing: throws " + exception;
      case FAILS_TO_START -> "nothing: does not start (" + exception + ")";
      case NO_USABLE_PROTOCOL -> "nothing: no version is left that this Windows may use";
      case NO_TLS -> "no TLS at all";
    };
  }

  private String versionIds() {
    return versions.stream().map(TlsVersion::id).collect(Collectors.joining("+"));
  }
}
