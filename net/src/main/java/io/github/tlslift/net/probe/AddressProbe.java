package io.github.tlslift.net.probe;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.tls.CertificateMessage;
import io.github.tlslift.tls.Extension;
import io.github.tlslift.tls.Handshake;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Asks one address: all versions at once, then the suites of those it accepts. */
final class AddressProbe {
  private final Asker asker;
  private final InetSocketAddress address;
  private final Target target;
  private final Probe.Scope scope;
  private final AtomicInteger connections = new AtomicInteger();
  private final Map<TlsVersion, SuiteAnswer> suites = new ConcurrentHashMap<>();
  private Optional<Finished> finished = Optional.empty();
  private Details details = Details.NOT_ASKED;
  private GroupAnswer groups = GroupAnswer.NOT_ASKED;
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
      asked.put(
          v, ask(v, suites.subList(0, Math.min(Suites.MOST, suites.size())), Groups.ALL, true));
    }
    return all(asked.values())
        .thenCompose(
            done -> {
              asked.forEach((version, answer) -> answers.put(version, answer.join()));
              return scope.suites() ? all(List.of(tls13(), suites())) : nothing();
            })
        .thenCompose(
            done -> scope.details() ? all(List.of(groups(), details(), finish())) : nothing())
        .thenApply(done -> report());
  }

  private CompletableFuture<Answer> ask(
      TlsVersion version, List<Integer> suites, List<Integer> groups, boolean wholeFlight) {
    return ask(Wish.of(version, suites).withGroups(groups), wholeFlight);
  }

  private CompletableFuture<Answer> ask(Wish wish, boolean wholeFlight) {
    connections.incrementAndGet();
    byte[] hello = Hellos.record(wish, target.serverName());
    return asker.ask(address, new Question(hello, target.startTls(), wholeFlight));
  }

  private static CompletableFuture<Void> all(Collection<? extends CompletableFuture<?>> futures) {
    return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
  }

  private static CompletableFuture<Void> nothing() {
    return CompletableFuture.completedFuture(null);
  }

  private CompletableFuture<Void> tls13() {
    Optional<Answer.Accepted> first = accepted(TlsVersion.TLS13);
    return first.isEmpty()
        ? nothing()
        : new Tls13Pass(first.get(), scope.details(), (s, g) -> ask(TlsVersion.TLS13, s, g, false))
            .run()
            .thenAccept(
                r -> {
                  suites.put(TlsVersion.TLS13, r.suites());
                  groups = r.groups();
                });
  }

  private CompletableFuture<Void> suites() {
    Map<TlsVersion, CompletableFuture<SuiteAnswer>> passes = new EnumMap<>(TlsVersion.class);
    for (TlsVersion version : TlsVersion.values()) {
      if (version != TlsVersion.TLS13) {
        accepted(version)
            .ifPresent(a -> passes.put(version, pass(version, a.hello().cipherSuite()).run()));
      }
    }
    return all(passes.values())
        .thenAccept(done -> passes.forEach((version, pass) -> suites.put(version, pass.join())));
  }

  // A server has one order for all versions, or none.
  private SuitePass pass(TlsVersion version, int first) {
    boolean newest = newestAccepted().filter(version::equals).isPresent();
    return new SuitePass(version, first, newest, s -> ask(version, s, Groups.ALL, false));
  }

  // Those of TLS 1.3 are known by now; of an older server its newest version has to tell.
  private CompletableFuture<Void> groups() {
    Optional<TlsVersion> newest = newestAccepted().filter(suites::containsKey);
    List<Integer> curves =
        newest.stream().flatMap(v -> known(v).stream()).filter(Groups::usesCurve).toList();
    if (newest.isEmpty() || newest.get() == TlsVersion.TLS13) {
      return nothing();
    }
    if (curves.isEmpty()) {
      groups = new GroupAnswer(List.of(), Optional.empty());
      return nothing();
    }
    List<Integer> known = accepted(newest.get()).stream().flatMap(AddressProbe::group).toList();
    return new GroupPass(known, g -> ask(newest.get(), curves, g, true))
        .run()
        .thenAccept(found -> groups = found);
  }

  private List<Integer> known(TlsVersion version) {
    return Optional.ofNullable(suites.get(version)).map(SuiteAnswer::suites).orElse(List.of());
  }

  private CompletableFuture<Void> details() {
    Optional<TlsVersion> newest =
        inClear().flatMap(a -> newest(v -> accepted(v).filter(a::equals).isPresent()));
    if (newest.isEmpty()) {
      return nothing();
    }
    List<Integer> known = known(newest.get());
    boolean plain = target.startTls() == StartTls.NONE;
    return new DetailPass(newest.get(), known, plain, w -> ask(w, true))
        .run()
        .thenAccept(d -> details = d);
  }

  // TLS 1.3 shows its certificate to nobody else (RFC 8446 4.4.2).
  private CompletableFuture<Void> finish() {
    if (inClear().isPresent() || accepted(TlsVersion.TLS13).isEmpty()) {
      return nothing();
    }
    connections.incrementAndGet();
    return asker
        .finish(address, target.startTls(), target.serverName())
        .thenAccept(f -> finished = f);
  }

  private static Stream<Integer> group(Answer.Accepted a) {
    return Groups.selected(a).stream().boxed();
  }

  private AddressReport report() {
    Map<TlsVersion, VersionAnswer> versions = new EnumMap<>(TlsVersion.class);
    for (TlsVersion v : TlsVersion.values()) {
      Answer answer = answers.get(v);
      versions.put(
          v,
          answer == null ? VersionAnswer.notAsked(Probe.NOT_ASKED) : VersionAnswer.of(answer, v));
    }
    Optional<Answer.Accepted> clear = inClear();
    return new AddressReport(
        address.getAddress().getHostAddress(),
        versions,
        suites,
        clear
            .flatMap(a -> a.message(Handshake.CERTIFICATE))
            .flatMap(this::certificate)
            .or(() -> finished.map(f -> verdicts(f.chain()))),
        clear
            .map(a -> a.message(Handshake.CERTIFICATE_REQUEST).isPresent())
            .or(() -> finished.map(Finished::asksForClientCertificate)),
        clear.map(a -> a.message(Handshake.CERTIFICATE_STATUS).isPresent()),
        clear.map(a -> a.hello().extension(Extension.RENEGOTIATION_INFO).isPresent()),
        clear.map(a -> a.hello().extension(Extension.SESSION_TICKET).isPresent()),
        details,
        groups,
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
    return newest(v -> accepted(v).isPresent());
  }

  private static Optional<TlsVersion> newest(Predicate<TlsVersion> fits) {
    return Arrays.stream(TlsVersion.values()).filter(fits).reduce((older, newer) -> newer);
  }

  private Optional<Answer.Accepted> accepted(TlsVersion version) {
    return answers.get(version) instanceof Answer.Accepted a && a.version() == version.wire()
        ? Optional.of(a)
        : Optional.empty();
  }

  private CertificateVerdicts verdicts(List<X509Certificate> chain) {
    String name = target.serverName().orElse(target.host());
    return CertificateVerdicts.on(chain, name, scope.roots(), new Date());
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
}
