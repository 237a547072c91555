package io.github.tlslift.net.tap;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.net.tap.Seen.Outcome;
import io.github.tlslift.tls.Alert;
import io.github.tlslift.tls.ClientHello;
import io.github.tlslift.tls.CodePoint;
import io.github.tlslift.tls.Handshake;
import io.github.tlslift.tls.HelloFields;
import io.github.tlslift.tls.ServerHello;
import io.github.tlslift.tls.Sslv2ClientHello;
import io.github.tlslift.tls.TlsRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Follows one connection as its bytes pass, up to where they are encrypted. */
final class Watch {
  // The shortest Finished, encrypted (RFC 8446 4.4.4): what is shorter is an alert, padded or not.
  private static final int FINISHED_IN_TLS13 = 4 + 32 + 1 + 16;

  private final String endpoint;
  private final Map<Side, Flow> flows = new EnumMap<>(Side.class);
  private final List<SeenAlert> alerts = new ArrayList<>();
  private Map<String, String> hello = Map.of();
  private String sni = "";
  private int selected;
  private String suite = "";
  private String malformed = "";
  private String end = "";
  private boolean refusedInSecret;

  Watch(String endpoint) {
    this.endpoint = endpoint;
    flows.put(Side.CLIENT, new Flow(true));
    flows.put(Side.SERVER, new Flow(false));
  }

  /** Takes note of bytes; what cannot be read is noted too. */
  void passed(Side from, byte[] bytes) {
    Flow flow = flow(from);
    if (flow.isDone()) {
      return;
    }
    try {
      flow.feed(bytes, piece -> piece(from, piece));
    } catch (MalformedInputException e) {
      flow.stop();
      if (malformed.isEmpty()) {
        malformed = "the " + from.id() + " sent what is no TLS: " + e.getMessage();
      }
    }
  }

  private void piece(Side from, Flow.Piece piece) throws MalformedInputException {
    if (piece.ssl2().isPresent()) {
      hello = HelloFields.of(Sslv2ClientHello.read(piece.ssl2().get()));
    } else if (piece.message().isPresent()) {
      message(from, piece.message().get(), piece.recordVersion());
    } else {
      record(from, piece);
    }
  }

  private void message(Side from, Handshake h, int recordVersion) throws MalformedInputException {
    if (from == Side.CLIENT && h.type() == Handshake.CLIENT_HELLO && hello.isEmpty()) {
      ClientHello c = ClientHello.read(h.body());
      hello = HelloFields.of(recordVersion, c);
      sni = c.serverName().orElse("");
    }
    if (from == Side.SERVER && h.type() == Handshake.SERVER_HELLO) {
      ServerHello s = ServerHello.read(h.body());
      selected = s.selectedVersion();
      suite = CodePoint.SUITE.name(s.cipherSuite());
    }
  }

  private void record(Side from, Flow.Piece piece) throws MalformedInputException {
    switch (piece.type()) {
      case TlsRecord.ALERT -> alert(from, piece.fragment());
      case TlsRecord.CHANGE_CIPHER_SPEC -> {
        // In TLS 1.3 it means nothing (RFC 8446 appendix D.4).
        if (selected != TlsVersion.TLS13.wire() && !suite.isEmpty()) {
          flow(from).encrypted();
        }
      }
      case TlsRecord.APPLICATION_DATA -> {
        refusedInSecret |= from == Side.CLIENT && piece.fragment().length < FINISHED_IN_TLS13;
        flow(from).encrypted();
      }
      default -> {}
    }
  }

  private void alert(Side from, byte[] fragment) throws MalformedInputException {
    Alert a = Alert.read(fragment);
    alerts.add(new SeenAlert(from, a.level(), a.description()));
  }

  /** Takes note of the first end of the connection. */
  void ended(Side by, String how) {
    if (end.isEmpty()) {
      end = "the " + by.id() + " " + how;
    }
  }

  /** What was seen, when all is over. */
  Seen seen() {
    Outcome outcome = outcome();
    return new Seen(
        endpoint,
        outcome,
        outcome == Outcome.CONNECTED ? "" : how(outcome),
        sni,
        suite.isEmpty() ? "" : Seen.versionId(selected),
        suite,
        alerts,
        hello);
  }

  private Outcome outcome() {
    boolean both = flow(Side.CLIENT).isEncrypted() && flow(Side.SERVER).isEncrypted();
    if (both && !refusedInSecret) {
      return end.isEmpty() || flow(Side.CLIENT).hasSent() || flow(Side.SERVER).hasSent()
          ? Outcome.CONNECTED
          : Outcome.ABANDONED;
    }
    if (hello.isEmpty() && flow(Side.CLIENT).hasBytes()) {
      return Outcome.NO_TLS;
    }
    boolean ended = !end.isEmpty() || !malformed.isEmpty();
    return ended && !hello.isEmpty() ? Outcome.FAILED : Outcome.UNFINISHED;
  }

  private String how(Outcome outcome) {
    if (refusedInSecret) {
      return "the client sent an encrypted message as short as an alert, and ended";
    }
    if (outcome == Outcome.ABANDONED) {
      return end + " right after the handshake, as a client does that rejects the certificate";
    }
    return alerts.stream()
        .filter(a -> a.level() == 2)
        .findFirst()
        .map(SeenAlert::words)
        .orElseGet(() -> malformed.isEmpty() ? ending() : malformed);
  }

  private String ending() {
    return end.isEmpty() ? "it was still open when the tap ended" : end;
  }

  private Flow flow(Side side) {
    return java.util.Objects.requireNonNull(flows.get(side));
  }
}
