package io.github.tlslift.net.probe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.tls.CodePoint;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports as JSON, one line a target ({@code docs/probe.schema.json}). */
public final class ProbeJson {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator out;

  private ProbeJson(JsonGenerator out) {
    this.out = out;
  }

  /** One line, with its end. */
  public static String line(TargetReport report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      new ProbeJson(out).target(report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private void target(TargetReport r) throws IOException {
    out.writeStartObject();
    out.writeStringField("endpoint", r.target().endpoint());
    optional("sni", r.target().serverName());
    out.writeStringField("starttls", r.target().startTls().id());
    optional("problem", r.problem());
    out.writeBooleanField("incomplete", r.isIncomplete());
    versions(r.versions());
    out.writeBooleanField("disagree", r.disagree());
    out.writeArrayFieldStart("addresses");
    for (AddressReport a : r.addresses()) {
      address(a);
    }
    out.writeEndArray();
    together(r);
    out.writeNumberField("connections", r.connections());
    out.writeEndObject();
  }

  // What any of the addresses has, for who does not ask which.
  private void together(TargetReport r) throws IOException {
    out.writeObjectFieldStart("suites");
    for (Map.Entry<TlsVersion, List<Integer>> e : r.suites().entrySet()) {
      out.writeArrayFieldStart(e.getKey().id());
      for (int suite : e.getValue()) {
        out.writeString(CodePoint.SUITE.name(suite));
      }
      out.writeEndArray();
    }
    out.writeEndObject();
    out.writeArrayFieldStart("groups");
    for (int group : r.groups()) {
      out.writeString(CodePoint.GROUP.name(group));
    }
    out.writeEndArray();
    out.writeArrayFieldStart("certificates");
    for (CertificateVerdicts c : r.certificates()) {
      out.writeStartObject();
      certificate(c);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void versions(Map<TlsVersion, VersionAnswer> versions) throws IOException {
    out.writeObjectFieldStart("versions");
    for (Map.Entry<TlsVersion, VersionAnswer> e : versions.entrySet()) {
      out.writeObjectFieldStart(e.getKey().id());
      out.writeStringField("status", e.getValue().status().id());
      if (!e.getValue().how().isEmpty()) {
        out.writeStringField("how", e.getValue().how());
      }
      if (!e.getValue().kind().isEmpty()) {
        out.writeStringField("kind", e.getValue().kind());
      }
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private void address(AddressReport a) throws IOException {
    out.writeStartObject();
    out.writeStringField("address", a.address());
    versions(a.versions());
    out.writeObjectFieldStart("suites");
    for (Map.Entry<TlsVersion, SuiteAnswer> e : a.suites().entrySet()) {
      suites(e.getKey(), e.getValue());
    }
    out.writeEndObject();
    out.writeArrayFieldStart("groups");
    for (int group : a.groups().groups()) {
      out.writeString(CodePoint.GROUP.name(group));
    }
    out.writeEndArray();
    flag("client_certificate", a.asksForClientCertificate());
    flag("ocsp_stapling", a.staplesOcsp());
    flag("secure_renegotiation", a.secureRenegotiation());
    flag("session_tickets", a.sessionTickets());
    if (a.details().compresses().isPresent()) {
      details(a.details());
    }
    if (a.certificate().isPresent()) {
      out.writeObjectFieldStart("certificate");
      certificate(a.certificate().get());
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private void details(Details d) throws IOException {
    flag("compression", d.compresses());
    if (d.primeBits().isPresent()) {
      out.writeNumberField("dh_prime_bits", d.primeBits().getAsInt());
    }
    strings("alpn", d.protocols());
    strings(
        "signature_schemes", d.schemes().stream().map(CodePoint.SIGNATURE_SCHEME::name).toList());
  }

  private void strings(String name, List<String> values) throws IOException {
    out.writeArrayFieldStart(name);
    for (String value : values) {
      out.writeString(value);
    }
    out.writeEndArray();
  }

  private void suites(TlsVersion version, SuiteAnswer answer) throws IOException {
    out.writeObjectFieldStart(version.id());
    out.writeArrayFieldStart("names");
    for (int suite : answer.suites()) {
      out.writeString(CodePoint.SUITE.name(suite));
    }
    out.writeEndArray();
    flag("server_prefers", answer.serverPrefers());
    optional("incomplete", answer.incomplete());
    out.writeEndObject();
  }

  private void certificate(CertificateVerdicts c) throws IOException {
    verdict("trusted", c.trusted());
    verdict("in_date", c.expired());
    verdict("name_matches", c.wrongName());
    verdict("in_order", c.order());
    out.writeBooleanField("self_signed", c.isSelfSigned());
    out.writeArrayFieldStart("chain");
    for (X509Certificate x : c.chain()) {
      one(x);
    }
    out.writeEndArray();
  }

  private void one(X509Certificate x) throws IOException {
    out.writeStartObject();
    out.writeStringField("subject", x.getSubjectX500Principal().getName());
    out.writeStringField("issuer", x.getIssuerX500Principal().getName());
    out.writeStringField("not_before", x.getNotBefore().toInstant().toString());
    out.writeStringField("not_after", x.getNotAfter().toInstant().toString());
    out.writeStringField("key", x.getPublicKey().getAlgorithm());
    out.writeStringField("signature", x.getSigAlgName());
    out.writeArrayFieldStart("names");
    for (String name : CertificateVerdicts.names(x)) {
      out.writeString(name);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void verdict(String name, Optional<String> against) throws IOException {
    out.writeObjectFieldStart(name);
    out.writeBooleanField("ok", against.isEmpty());
    optional("reason", against);
    out.writeEndObject();
  }

  private void optional(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      out.writeStringField(name, value.get());
    }
  }

  private void flag(String name, Optional<Boolean> value) throws IOException {
    if (value.isPresent()) {
      out.writeBooleanField(name, value.get());
    }
  }
}
