package io.github.tlslift.capture.judge;

import io.github.tlslift.capture.attempt.Answer;
import io.github.tlslift.capture.attempt.Attempt;
import io.github.tlslift.capture.attempt.Ending;
import io.github.tlslift.capture.attempt.Hello;
import io.github.tlslift.capture.attempt.Preamble;
import io.github.tlslift.capture.attempt.SentAlert;
import io.github.tlslift.capture.attempt.Side;
import io.github.tlslift.capture.attempt.Talk;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.tls.Alert;
import io.github.tlslift.tls.CodePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What happened in an attempt, as sentences in the order of the events. */
final class Story {
  private Story() {}

  static List<String> of(Attempt attempt) {
    List<String> all = new ArrayList<>(attempt.doubts());
    Talk talk = attempt.talk();
    talk.preamble().ifPresent(p -> all.add(preamble(p)));
    talk.hello().ifPresent(h -> all.add(hello(h)));
    talk.answer().ifPresent(a -> all.add(answer(a)));
    CertificateFacts.ofLeaf(talk.chain()).ifPresent(c -> all.add(certificate(c)));
    talk.plain().ifPresent(p -> all.add(talk.plainBy().orElseThrow() + " speaks no TLS: " + p));
    talk.alerts().forEach(a -> all.add(alert(a)));
    all.add(ending(attempt.ending()));
    return all;
  }

  private static String seconds(double at) {
    return String.format(Locale.ROOT, "%.3f s", at);
  }

  private static String preamble(Preamble p) {
    return "before TLS comes " + p.kind().title() + ": " + p.asked() + " / " + p.answered();
  }

  private static String hello(Hello h) {
    return "the client asks for at most "
        + version(h.highest())
        + h.serverName().map(n -> " and for the host " + n).orElse("")
        + (h.isWhole() ? ", with " + h.suites().size() + " cipher suites" : "")
        + ", at "
        + seconds(h.at());
  }

  private static String answer(Answer a) {
    return "the server chooses "
        + version(a.version())
        + " and "
        + CodePoint.SUITE.name(a.suite())
        + ", at "
        + seconds(a.at());
  }

  private static String certificate(CertificateFacts c) {
    return "its certificate is for "
        + c.subject()
        + (c.isSelfSigned() ? ", signed by itself" : ", by " + c.issuer());
  }

  private static String alert(SentAlert sent) {
    String what = sent.alert().map(Story::alert).orElse("an encrypted alert, which cannot be read");
    return sent.by() + " sends " + what + ", at " + seconds(sent.at());
  }

  private static String alert(Alert a) {
    return (a.isFatal() ? "fatal" : "warning")
        + " alert "
        + a.description()
        + " ("
        + a.name()
        + ")";
  }

  private static String ending(Ending e) {
    String who = e.by().map(Side::toString).orElse("nobody");
    String when = ", at " + seconds(e.at());
    return switch (e.how()) {
      case FIN -> who + " closes the connection (FIN)" + when;
      case RST -> who + " resets the connection (RST)" + when;
      case REFUSED -> "the server refuses the connection (RST)" + when;
      case UNANSWERED -> "the server does not answer before the capture ends" + when;
      case OPEN -> "nobody ends the connection before the capture ends" + when;
    };
  }

  // A number that has no name stands for itself.
  private static String version(int number) {
    return TlsVersion.ofWire(number)
        .map(TlsVersion::display)
        .orElseGet(() -> String.format("version 0x%04x", number));
  }
}
