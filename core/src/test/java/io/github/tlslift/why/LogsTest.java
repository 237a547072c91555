package io.github.tlslift.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.model.Cause;
import io.github.tlslift.why.signal.Sighting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schannel events and System.Net traces. */
final class LogsTest {

  @ParameterizedTest
  @CsvSource({
    "36871, <Data Name='Type'>client</Data><Data Name='ErrorState'>10013</Data>, client-protocol-too-old",
    "36874, <Data Name='Protocol'>TLS 1.2</Data>, no-common-cipher-suite",
    "36882, <Data Name='Name'>x</Data>, certificate-untrusted",
    "36884, <Data Name='Name'>sql01</Data>, certificate-name-mismatch",
    "36886, '', unknown",
    "36887, <Data Name='AlertDesc'>70</Data>, client-protocol-too-old",
    "36887, <Data Name='AlertDesc'>40</Data>, no-common-cipher-suite",
    "36887, <Data Name='AlertDesc'>48</Data>, certificate-untrusted",
    "36887, <Data Name='AlertDesc'>45</Data>, certificate-expired",
    "36887, <Data Name='AlertDesc'>112</Data>, sni-missing",
    "36888, <Data Name='AlertDesc'>40</Data><Data Name='ErrorState'>1205</Data>, no-common-cipher-suite",
    "36888, <Data Name='AlertDesc'>10</Data><Data Name='ErrorState'>1203</Data>, plaintext-on-tls-port"
  })
  void eventHasItsCause(String id, String data, String cause) throws IOException {
    assertThat(of(event(id, data)).cause().id()).isEqualTo(cause);
  }

  @Test
  void eventsAreCountedNotRepeated() throws IOException {
    String often = event("36887", "<Data Name='AlertDesc'>70</Data>").repeat(500);
    String once = event("36882", "<Data Name='Name'>x</Data>");
    Diagnosis said = of("<Events>" + often + once + "</Events>");
    assertThat(said.cause()).isEqualTo(Cause.CLIENT_PROTOCOL_TOO_OLD);
    assertThat(said.evidence().get(0).count()).isEqualTo(500);
  }

  @Test
  void eventsMayBeInUtf16() throws IOException {
    String xml = "\uFEFF<Events>" + event("36884", "") + "</Events>";
    Diagnosis said = Diagnose.of(Why.signs("", stream(xml, StandardCharsets.UTF_16LE)));
    assertThat(said.cause()).isEqualTo(Cause.CERTIFICATE_NAME_MISMATCH);
  }

  @Test
  void alertOfOneEventIsNotThatOfAnother() throws IOException {
    Diagnosis said =
        of(
            event("36887", "<Data Name='AlertDesc'>40</Data>")
                + event("36888", "<Data Name='AlertDesc'>70</Data>"));
    assertThat(said.evidence()).noneMatch(s -> s.signal().id().equals("event-36887-70"));
  }

  private static final String TRACE =
      """
      System.Net Information: 0 : [11436] AcquireCredentialsHandle(package = Microsoft Unified Security Protocol Provider, intent = Outbound, scc = System.Net.SecureCredential)
      System.Net Information: 0 : [11436] InitializeSecurityContext(credential = System.Net.SafeFreeCredential_SECURITY, context = (null), targetName = api.partner.example, inFlags = ReplayDetect)
      System.Net Information: 0 : [11436] InitializeSecurityContext(In-Buffers count=2, Out-Buffer length=0, returned code=%s).
      System.Net Error: 0 : [11436] Exception in HttpWebRequest#22008501:: - The request was aborted: Could not create SSL/TLS secure channel..
      """;

  @ParameterizedTest
  @CsvSource({
    "UnsupportedFunction, client-protocol-too-old",
    "UntrustedRoot, certificate-untrusted",
    "CertExpired, certificate-expired",
    "WrongPrincipal, certificate-name-mismatch",
    "CertUnknown, client-certificate"
  })
  void traceHasTheAnswerOfSspi(String code, String cause) throws IOException {
    assertThat(of(TRACE.formatted(code)).cause().id()).isEqualTo(cause);
  }

  @Test
  void credentialInATraceIsNoFailure() throws IOException {
    assertThat(of(TRACE.formatted("ContinueNeeded")).evidence())
        .noneMatch(s -> s.signal().id().equals("frame-acquire"));
  }

  @Test
  void longLogIsReadByItsFailingMoments() throws IOException {
    String quiet =
        "System.Net Verbose: 0 : [7] Data from ConnectStream#1::Read 00000000 : 41 42 firewall 43\n";
    String log =
        quiet.repeat(20_000)
            + TRACE.formatted("UnsupportedFunction")
            + quiet.repeat(100)
            + TRACE.formatted("UnsupportedFunction").repeat(40)
            + quiet;
    Diagnosis said = of(log);
    assertThat(said.cause()).isEqualTo(Cause.CLIENT_PROTOCOL_TOO_OLD);
    Sighting code =
        said.evidence().stream()
            .filter(s -> s.signal().id().contains("unsupported"))
            .findFirst()
            .orElseThrow();
    assertThat(code.line()).isEqualTo(20_003);
    assertThat(code.count()).isEqualTo(41);
    assertThat(said.evidence()).noneMatch(s -> s.signal().id().equals("box-named"));
  }

  private static String event(String id, String data) {
    return "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Schannel'"
        + " Guid='{1F678132-5938-4686-9FDC-C8FF68F15C85}'/><EventID>"
        + id
        + "</EventID><TimeCreated SystemTime='2024-01-02T03:04:05.000Z'/></System><EventData>"
        + data
        + "</EventData></Event>\r\n";
  }

  private static Diagnosis of(String text) throws IOException {
    return Diagnose.of(Why.signs("", stream(text, StandardCharsets.UTF_8)));
  }

  private static InputStream stream(String text, Charset charset) {
    return new ByteArrayInputStream(text.getBytes(charset));
  }
}
