package io.github.tlslift.capture.talk;

import io.github.tlslift.capture.attempt.Answer;
import io.github.tlslift.capture.attempt.SentAlert;
import io.github.tlslift.capture.attempt.Side;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.tls.Alert;
import io.github.tlslift.tls.CertificateMessage;
import io.github.tlslift.tls.Handshake;
import io.github.tlslift.tls.ServerHello;
import io.github.tlslift.tls.TlsRecord;
import java.util.Optional;

/** Takes the facts out of the records of both sides. */
final class Handshakes implements Half.Records {
  private static final int ALERT = 2;
  private static final int CLIENT_KEY_EXCHANGE = 16;
  // An alert, its type and the longest tag (RFC 8446 5.2).
  private static final int ENCRYPTED_ALERT = 19;
  // What a number of a list takes in memory beside its two bytes in the hello.
  private static final int GROWTH = 12;

  private final Facts facts;

  Handshakes(Facts facts) {
    this.facts = facts;
  }

  @Override
  public void take(Half half, TlsRecord record, int whole, double at) {
    switch (record.type()) {
      case TlsRecord.CHANGE_CIPHER_SPEC -> half.encrypted = true;
      case TlsRecord.ALERT -> alert(half, record.fragment(), whole, at);
      case TlsRecord.HANDSHAKE -> handshake(half, record, whole, at);
      case TlsRecord.APPLICATION_DATA -> data(half, record.fragment().length);
      default -> {
        // Heartbeats say nothing here.
      }
    }
  }

  // One of two bytes is in clear: encrypted ones are longer, and data in TLS 1.3.
  private void alert(Half half, byte[] fragment, int whole, double at) {
    Optional<Alert> clear = Optional.empty();
    if (fragment.length == ALERT && whole == ALERT) {
      clear = Optional.of(new Alert(fragment[0] & 0xFF, fragment[1] & 0xFF));
    }
    facts.alert(new SentAlert(half.side, clear, at));
  }

  private void handshake(Half half, TlsRecord record, int whole, double at) {
    byte[] fragment = record.fragment();
    if (half.encrypted && !facts.tls13) {
      half.finished = true;
      facts.complete = isComplete(half);
      return;
    }
    if (whole < fragment.length && facts.hello.isEmpty() && half.side == Side.CLIENT) {
      facts.hello = Hellos.ofBeginning(fragment, whole, record.version(), at);
    }
    half.lost |= whole < fragment.length;
    if (!half.lost) {
      messages(half, record, at);
    }
  }

  // The other side's Finished is known by the same sign, and comes first for one of the two.
  private boolean isComplete(Half half) {
    boolean other = half.side == Side.CLIENT ? serverFinished : clientFinished;
    clientFinished |= half.side == Side.CLIENT;
    serverFinished |= half.side == Side.SERVER;
    return other || facts.complete;
  }

  private boolean clientFinished;
  private boolean serverFinished;

  private void messages(Half half, TlsRecord record, double at) {
    try {
      for (Handshake message : half.messages.feed(record.fragment())) {
        if (half.side == Side.CLIENT) {
          ofClient(message, record.version(), at);
        } else {
          ofServer(message, at);
        }
      }
    } catch (MalformedInputException e) {
      half.lost = true;
    }
  }

  private void ofClient(Handshake message, int recordVersion, double at)
      throws MalformedInputException {
    switch (message.type()) {
      case Handshake.CLIENT_HELLO -> hello(message.body(), recordVersion, at);
      case Handshake.CERTIFICATE ->
          facts.clientCertificates = CertificateMessage.read(message.body()).chain().size();
      case CLIENT_KEY_EXCHANGE -> facts.keysSent = true;
      default -> {
        // The others say nothing of success or failure.
      }
    }
  }

  private void hello(byte[] body, int recordVersion, double at) {
    if (facts.hello.isEmpty()) {
      facts.hello = Optional.of(Hellos.of(body, recordVersion, at));
      facts.weight += GROWTH * body.length;
    }
  }

  private void ofServer(Handshake message, double at) throws MalformedInputException {
    switch (message.type()) {
      case Handshake.SERVER_HELLO -> answer(ServerHello.read(message.body()), at);
      case Handshake.CERTIFICATE -> {
        facts.chain = CertificateMessage.read(message.body()).chain();
        facts.weight += message.body().length;
      }
      case Handshake.CERTIFICATE_REQUEST -> facts.certificateRequested = true;
      default -> {
        // The others say nothing of success or failure.
      }
    }
  }

  private void answer(ServerHello hello, double at) throws MalformedInputException {
    int version = hello.selectedVersion();
    facts.tls13 = version == TlsVersion.TLS13.wire();
    facts.retry |= hello.isRetryRequest();
    facts.answer = Optional.of(new Answer(version, hello.cipherSuite(), facts.retry, at));
  }

  // From TLS 1.3 on all but the hellos looks like data (RFC 8446 5.2).
  private void data(Half half, int length) {
    if (!facts.tls13 || half.finished && half.side == Side.CLIENT) {
      return;
    }
    boolean alertSized = length <= ENCRYPTED_ALERT;
    if (half.side == Side.SERVER && !clientFinished) {
      serverFinished = true;
    } else if (half.side == Side.SERVER && !half.finished) {
      half.finished = true;
      facts.alertSized = alertSized ? Optional.of(Side.SERVER) : facts.alertSized;
      facts.complete &= !alertSized;
    } else if (half.side == Side.CLIENT && alertSized) {
      half.finished = true;
      facts.alertSized = Optional.of(Side.CLIENT);
    } else if (half.side == Side.CLIENT) {
      half.finished = true;
      clientFinished = true;
      facts.complete = serverFinished;
    }
  }
}
