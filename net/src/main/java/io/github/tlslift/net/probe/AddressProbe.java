package io.github.tlslift.net.probe;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.tls.CertificateMessage;
import io.github.tlslift.tls.CodePoint;
import io.github.tlslift.tls.Extension;
import io.github.tlslift.tls.Handshake;
import io.github.tlslift.tls.ServerKeyExchange;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks one address: all versions at once, then the suites of those it accepts. */
final class AddressProbe {
  private final Asker asker;
  private final InetSocketAddress address;
  private final Target target;
  private final Probe.Scope scope;
  private final AtomicInteger connections = new AtomicInteger();
  private final Map<TlsVersion, Answer> answers = new EnumMap<>(TlsVersion.class);

  AddressProbe(Asker asker, InetSocketAddress address, Target target, Probe.Scope scope) {
    this.asker = asker;
    this.address = address;
    this.target = target;
    this.scope = scope;
  }

  CompletableFuture<AddressReport> run() {
    Map<TlsVersion, CompletableFuture<Answer>> asked = new EnumMap<>(TlsVersion.class);
    for (TlsVersion v : scope.versions()) {
      List<Integer> suites = Suites.of(v);
      asked.put(v, ask(v, suites.subList(0, Math.min(Suites.MOST, suites.size())), true));
    }
    return all(asked.values())
        .thenCompose(
            done -> {
              asked.forEach((version, answer) -> answers.put(version, answer.join()));
              return suites();
            })
        .thenApply(this::report);
  }

  private CompletableFuture<Answer> ask(
      TlsVersion version, List<Integer> suites, boolean wholeFlight) {
    connections.incrementAndGet();
    byte[] hello = Hellos.record(version, suites, target.serverName());
    return asker.ask(address, new Question(hello, target.startTls(), wholeFlight));
  }

  private static CompletableFuture<Void> all(
      java.util.Collection<? extends CompletableFuture<?>> futures) {
    return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
  }

  private CompletableFuture<Map<TlsVersion, SuiteAnswer>> suites() {
    Map<TlsVersion, CompletableFuture<SuiteAnswer>> passes = new EnumMap<>(TlsVersion.class);
    if (scope.suites()) {
      for (TlsVersion version : TlsVersion.values()) {
        accepted(version)
            .ifPresent(a -> passes.put(version, pass(version, a.hello().cipherSuite()).run()));
      }
    }
    return all(passes.values())
        .thenApply(
            done -> {
              Map<TlsVersion, SuiteAnswer> suites = new EnumMap<>(TlsVersion.class);
              passes.forEach((version, pass) -> suites.put(version, pass.join()));
              return suites;
            });
  }

  // A server has one order for all versions, or none.
  private SuitePass pass(TlsVersion version, int first) {
    boolean newest = newestAccepted().filter(version::equals).isPresent();
    return new SuitePass(version, first, newest, suites -> ask(version, suites, false));
  }

  private AddressReport report(Map<TlsVersion, SuiteAnswer> suites) {
    Map<TlsVersion, VersionAnswer> versions = new EnumMap<>(TlsVersion.class);
    for (TlsVersion v : TlsVersion.values()) {
      Answer answer = answers.get(v);
      versions.put(
          v,
          answer == null
              ? VersionAnswer.notAsked(Probe.NOT_ASKED)
              : VersionAnswer.of(answer, Versions.number(v)));
    }
    Optional<Answer.Accepted> clear = inClear();
    return new AddressReport(
        address.getAddress().getHostAddress(),
        versions,
        suites,
        clear.flatMap(a -> a.message(Handshake.CERTIFICATE)).flatMap(this::certificate),
        clear.map(a -> a.message(Handshake.CERTIFICATE_REQUEST).isPresent()),
        clear.map(a -> a.message(Handshake.CERTIFICATE_STATUS).isPresent()),
        clear.map(a -> a.hello().extension(Extension.RENEGOTIATION_INFO).isPresent()),
        clear.map(AddressProbe::group).orElse(OptionalInt.empty()),
        connections.get());
  }

  // The newest handshake that shows its certificate.
  private Optional<Answer.Accepted> inClear() {
    return Arrays.stream(TlsVersion.values())
        .filter(v -> v != TlsVersion.TLS13)
        .flatMap(v -> accepted(v).stream())
        .reduce((older, newer) -> newer);
  }

  private Optional<TlsVersion> newestAccepted() {
    return Arrays.stream(TlsVersion.values())
        .filter(v -> accepted(v).isPresent())
        .reduce((older, newer) -> newer);
  }

  private Optional<Answer.Accepted> accepted(TlsVersion version) {
    return answers.get(version) instanceof Answer.Accepted a
            && a.version() == Versions.number(version)
        ? Optional.of(a)
        : Optional.empty();
  }

  private Optional<CertificateVerdicts> certificate(byte[] body) {
    try {
      return Optional.of(
          CertificateVerdicts.of(
              CertificateMessage.read(body).chain(),
              target.serverName().orElse(target.host()),
              scope.roots(),
              new Date()));
    } catch (MalformedInputException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static OptionalInt group(Answer.Accepted a) {
    Optional<byte[]> body = a.message(Handshake.SERVER_KEY_EXCHANGE);
    boolean curve = CodePoint.SUITE.name(a.hello().cipherSuite()).contains("ECDHE");
    try {
      return body.isPresent() && curve
          ? ServerKeyExchange.ofCurve(body.get(), a.version() == Versions.TLS12).group()
          : OptionalInt.empty();
    } catch (MalformedInputException e) {
      return OptionalInt.empty();
    }
  }
}
