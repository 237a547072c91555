package io.github.tlslift.capture.judge;

import io.github.tlslift.capture.attempt.Answer;
import io.github.tlslift.capture.attempt.Attempt;
import io.github.tlslift.capture.attempt.Ending;
import io.github.tlslift.capture.attempt.Ending.How;
import io.github.tlslift.capture.attempt.Hello;
import io.github.tlslift.capture.attempt.Preamble;
import io.github.tlslift.capture.attempt.Progress;
import io.github.tlslift.capture.attempt.SentAlert;
import io.github.tlslift.capture.attempt.Side;
import io.github.tlslift.capture.attempt.Talk;
import io.github.tlslift.model.TlsVersion;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The signs of an attempt. */
final class Signs {
  private static final double LONG_WAIT = 5;
  private static final double IDLE = 30;
  private static final int CLOSE_NOTIFY = 0;
  private static final int UNRECOGNIZED_NAME = 112;

  private final Attempt attempt;
  private final Set<Sign> all = EnumSet.of(Sign.ALWAYS);
  private final Set<String> alerts = new HashSet<>();

  private Signs(Attempt attempt) {
    this.attempt = attempt;
  }

  static Signs of(Attempt attempt) {
    Signs signs = new Signs(attempt);
    Talk talk = attempt.talk();
    signs.hello(talk.hello());
    signs.answer(talk.answer());
    signs.progress(talk.progress());
    talk.alerts().forEach(signs::alert);
    signs.ending(attempt.ending());
    signs.plain(talk);
    talk.preamble().ifPresent(signs::preamble);
    signs.certificate(talk);
    return signs;
  }

  /** Whether a sign of the table is there: an id, or such as {@code server-alert-70}. */
  boolean has(String id) {
    return alerts.contains(id) || all.stream().anyMatch(s -> s.id().equals(id));
  }

  private void add(boolean holds, Sign sign) {
    if (holds) {
      all.add(sign);
    }
  }

  private void hello(Optional<Hello> hello) {
    add(hello.isPresent(), Sign.HELLO);
    add(hello.isEmpty(), Sign.NO_HELLO);
    hello.ifPresent(this::hello);
  }

  private void hello(Hello h) {
    int tls13 = TlsVersion.TLS13.wire();
    add(h.isModern(), Sign.MODERN_HELLO);
    add(!h.isModern(), Sign.OLD_HELLO);
    add(h.highest() == tls13, Sign.TLS13_HELLO);
    add(h.lowest().filter(v -> v == tls13).isPresent(), Sign.ONLY_TLS13_HELLO);
    add(h.isWhole() && h.serverName().isEmpty(), Sign.NO_SNI);
  }

  private void answer(Optional<Answer> answer) {
    add(answer.isPresent(), Sign.ANSWER);
    add(answer.isEmpty(), Sign.NO_ANSWER);
    int tls12 = TlsVersion.TLS12.wire();
    add(answer.filter(a -> a.version() < tls12).isPresent(), Sign.OLD_ANSWER);
  }

  private void progress(Progress p) {
    add(p.complete(), Sign.COMPLETE);
    add(!p.complete(), Sign.INCOMPLETE);
    add(p.certificateRequested(), Sign.CERTIFICATE_REQUESTED);
    add(p.clientCertificates() == 0, Sign.NO_CLIENT_CERTIFICATE);
    add(p.keysSent(), Sign.KEYS_SENT);
    add(!p.serverSpoke(), Sign.SERVER_SILENT);
    p.alertSized().ifPresent(this::hidden);
  }

  private void hidden(Side side) {
    add(side == Side.CLIENT, Sign.CLIENT_ALERT_HIDDEN);
    add(side == Side.SERVER, Sign.SERVER_ALERT_HIDDEN);
  }

  // A warning about the name, and the notice of an orderly end, do not end a handshake.
  private void alert(SentAlert sent) {
    add(sent.by() == Side.SERVER, Sign.ANY_SERVER_ALERT);
    if (sent.alert().isEmpty()) {
      hidden(sent.by());
      return;
    }
    int number = sent.alert().get().description();
    boolean harmless = number == CLOSE_NOTIFY || number == UNRECOGNIZED_NAME;
    if (sent.isFatal() || !harmless) {
      alerts.add((sent.by() == Side.CLIENT ? "client" : "server") + "-alert-" + number);
    }
  }

  private void ending(Ending e) {
    boolean ended = e.how() == How.FIN || e.how() == How.RST;
    boolean byServer = ended && e.by().filter(s -> s == Side.SERVER).isPresent();
    add(ended && !byServer, Sign.CLIENT_ENDED);
    add(byServer, Sign.SERVER_ENDED);
    add(byServer && e.how() == How.FIN, Sign.SERVER_FIN);
    add(byServer && e.how() == How.RST, Sign.SERVER_RST);
    add(e.strangerReset(), Sign.STRANGER_RESET);
    add(e.how() == How.REFUSED, Sign.REFUSED);
    add(e.how() == How.UNANSWERED, Sign.UNANSWERED);
    add(e.at() - lastWord() >= LONG_WAIT, Sign.WAITED);
    add(attempt.resent() > 0 && !attempt.isHeard(), Sign.NOT_HEARD);
    add(e.quiet() >= IDLE, Sign.IDLE);
    add(e.clientSpokeAfter(), Sign.SPOKE_AFTER_END);
    add(attempt.isLate(), Sign.LATE);
  }

  private double lastWord() {
    return attempt.talk().hello().map(Hello::at).orElse(0.0);
  }

  private void plain(Talk talk) {
    boolean byServer = talk.plainBy().filter(s -> s == Side.SERVER).isPresent();
    add(talk.plainBy().isPresent() && !byServer, Sign.PLAIN_CLIENT);
    add(byServer, Sign.PLAIN_SERVER);
    add(byServer && talk.plain().orElse("").startsWith("HTTP/"), Sign.PLAIN_HTTP_SERVER);
    add(talk.asksForHttps(), Sign.SAYS_HTTPS);
    add(TlsPorts.has(attempt.server().port()), Sign.TLS_PORT);
  }

  private void preamble(Preamble p) {
    if (p.kind() == Preamble.Kind.CONNECT && attempt.talk().hello().isEmpty()) {
      boolean signIn = p.answered().contains(" 407") || p.answered().contains(" 401");
      add(signIn, Sign.PROXY_SIGN_IN);
      add(!signIn && p.answered().startsWith("HTTP/"), Sign.PROXY_REFUSED);
    }
  }

  private void certificate(Talk talk) {
    add(!talk.chain().isEmpty(), Sign.CERTIFICATE);
    Optional<CertificateFacts> leaf = CertificateFacts.ofLeaf(talk.chain());
    if (leaf.isPresent()) {
      long seconds = Math.floorDiv(attempt.startNanos(), 1_000_000_000L);
      Optional<String> name = talk.hello().flatMap(Hello::serverName);
      add(!leaf.get().isValidAt(seconds), Sign.CERTIFICATE_OUT_OF_DATE);
      add(name.filter(n -> !leaf.get().covers(n)).isPresent(), Sign.CERTIFICATE_OF_OTHER_NAME);
      add(leaf.get().isSelfSigned(), Sign.CERTIFICATE_SELF_SIGNED);
    }
  }
}
