package io.github.tlslift.net.probe;

import io.github.tlslift.tls.Alert;
import io.github.tlslift.tls.Handshake;
import io.github.tlslift.tls.ServerHello;
import java.util.List;
import java.util.Optional;

/** What came back for one ClientHello. */
public sealed interface Answer {

  /**
   * A ServerHello.
   *
   * @param messages what followed it in clear; empty where it was not waited for
   */
  record Accepted(ServerHello hello, int version, List<Handshake> messages) implements Answer {
    /** Copies the list. */
    public Accepted {
      messages = List.copyOf(messages);
    }

    /** The body of the first message of a type. */
    Optional<byte[]> message(int type) {
      return messages.stream().filter(m -> m.type() == type).map(Handshake::body).findFirst();
    }
  }

  /** A server of SSL 2.0 answered. */
  record AcceptedSsl2() implements Answer {}

  /** The server said no. */
  record Refused(How how, Optional<Alert> alert) implements Answer {
    /** In words, such as {@code alert 70 protocol_version}. */
    public String words() {
      return alert
          .map(a -> "alert " + a.description() + " " + a.name())
          .orElseGet(() -> how.words());
    }
  }

  /**
   * Nobody knows.
   *
   * @param phase how far it came
   * @param reason such as {@code no answer in 3 s}
   */
  record Unknown(String phase, String reason) implements Answer {
    /** In words. */
    public String words() {
      return phase + ": " + reason;
    }
  }

  /** The ways to refuse. */
  enum How {
    ALERT("alert"),
    FIN("closed without a word (FIN)"),
    RST("reset (RST)"),
    NOT_TLS("an answer that is no TLS"),
    OTHER_VERSION("an answer in another version");

    private final String words;

    How(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }

    /** In JSON. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
