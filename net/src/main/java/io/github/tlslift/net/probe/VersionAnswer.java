package io.github.tlslift.net.probe;

import io.github.tlslift.model.TlsVersion;

/**
 * Whether a version is accepted.
 *
 * @param how in words; empty where it is accepted
 * @param kind of refusal, as {@link Answer.How#id()} has it; empty where it is none
 */
public record VersionAnswer(Status status, String how, String kind) {

  /** What is known. */
  public enum Status {
    ACCEPTED,
    REFUSED,
    UNKNOWN;

    /** In JSON. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Not asked. */
  static VersionAnswer notAsked(String why) {
    return new VersionAnswer(Status.UNKNOWN, why, "");
  }

  static VersionAnswer of(Answer answer, TlsVersion version) {
    if (answer instanceof Answer.Accepted a) {
      return a.version() == version.wire()
          ? new VersionAnswer(Status.ACCEPTED, "", "")
          : new VersionAnswer(
              Status.REFUSED, Answer.How.OTHER_VERSION.words(), Answer.How.OTHER_VERSION.id());
    }
    if (answer instanceof Answer.AcceptedSsl2) {
      return version == TlsVersion.SSL2
          ? new VersionAnswer(Status.ACCEPTED, "", "")
          : new VersionAnswer(
              Status.REFUSED, Answer.How.OTHER_VERSION.words(), Answer.How.OTHER_VERSION.id());
    }
    if (answer instanceof Answer.Refused r) {
      return new VersionAnswer(Status.REFUSED, r.words(), r.how().id());
    }
    return new VersionAnswer(Status.UNKNOWN, ((Answer.Unknown) answer).words(), "");
  }

  boolean isAccepted() {
    return status == Status.ACCEPTED;
  }
}
