package io.github.tlslift.capture.talk;

import io.github.tlslift.capture.attempt.Answer;
import io.github.tlslift.capture.attempt.Hello;
import io.github.tlslift.capture.attempt.Preamble;
import io.github.tlslift.capture.attempt.Progress;
import io.github.tlslift.capture.attempt.SentAlert;
import io.github.tlslift.capture.attempt.Side;
import io.github.tlslift.capture.attempt.Talk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The facts of a handshake, as they come to light. */
final class Facts {
  private static final int MOST_ALERTS = 16;

  Optional<Preamble> preamble = Optional.empty();
  Optional<Hello> hello = Optional.empty();
  Optional<Answer> answer = Optional.empty();
  Optional<String> plain = Optional.empty();
  Optional<Side> plainBy = Optional.empty();
  Optional<Side> alertSized = Optional.empty();
  List<byte[]> chain = List.of();
  boolean certificateRequested;
  int clientCertificates = -1;
  boolean keysSent;
  boolean complete;
  boolean serverSpoke;
  boolean asksForHttps;
  boolean retry;
  boolean tls13;
  int weight;
  private final List<SentAlert> alerts = new ArrayList<>();

  void alert(SentAlert alert) {
    if (alerts.size() < MOST_ALERTS) {
      alerts.add(alert);
    }
  }

  boolean hasAlerts() {
    return !alerts.isEmpty();
  }

  Talk talk() {
    Progress progress =
        new Progress(
            certificateRequested, clientCertificates, keysSent, complete, serverSpoke, alertSized);
    return new Talk(preamble, hello, answer, chain, alerts, plain, plainBy, asksForHttps, progress);
  }
}
