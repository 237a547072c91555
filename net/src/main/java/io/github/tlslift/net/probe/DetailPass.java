package io.github.tlslift.net.probe;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.tls.CodePoint;
import io.github.tlslift.tls.Handshake;
import io.github.tlslift.tls.ServerKeyExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Asks for signature schemes, application protocols, the finite field and compression at once. */
final class DetailPass {
  private static final List<String> PROTOCOLS = List.of("h2", "http/1.1");

  private final TlsVersion version;
  private final List<Integer> suites;
  private final boolean plain;
  private final Function<Wish, CompletableFuture<Answer>> ask;

  /**
   * A pass.
   *
   * @param suites those that the server is known to accept
   * @param plain whether TLS comes first, so that HTTP may follow
   */
  DetailPass(
      TlsVersion version,
      List<Integer> suites,
      boolean plain,
      Function<Wish, CompletableFuture<Answer>> ask) {
    this.version = version;
    this.suites = suites;
    this.plain = plain;
    this.ask = ask;
  }

  CompletableFuture<Details> run() {
    CompletableFuture<List<Integer>> schemes = schemes(new ArrayList<>());
    CompletableFuture<List<String>> protocols = protocols(new ArrayList<>());
    CompletableFuture<OptionalInt> prime = prime();
    CompletableFuture<Optional<Boolean>> compresses = compresses();
    return CompletableFuture.allOf(schemes, protocols, prime, compresses)
        .thenApply(
            done -> new Details(schemes.join(), protocols.join(), prime.join(), compresses.join()));
  }

  private CompletableFuture<List<Integer>> schemes(List<Integer> found) {
    List<Integer> left = new ArrayList<>(Hellos.SCHEMES);
    left.removeAll(found);
    List<Integer> signing = suites.stream().filter(DetailPass::isSigned).toList();
    if (version != TlsVersion.TLS12 || signing.isEmpty() || left.isEmpty()) {
      return CompletableFuture.completedFuture(found);
    }
    return ask.apply(Wish.of(version, signing).withSchemes(left))
        .thenCompose(
            answer -> {
              OptionalInt scheme =
                  exchange(answer)
                      .map(ServerKeyExchange::signatureScheme)
                      .orElse(OptionalInt.empty());
              if (scheme.isEmpty() || !left.contains(scheme.getAsInt())) {
                return CompletableFuture.completedFuture(found);
              }
              found.add(scheme.getAsInt());
              return schemes(found);
            });
  }

  private static boolean isSigned(int suite) {
    String name = CodePoint.SUITE.name(suite);
    return name.contains("DHE_") && !name.contains("anon") && !name.contains("PSK");
  }

  private CompletableFuture<List<String>> protocols(List<String> found) {
    List<String> left = PROTOCOLS.stream().filter(p -> !found.contains(p)).toList();
    if (!plain || left.isEmpty() || suites.isEmpty()) {
      return CompletableFuture.completedFuture(found);
    }
    return ask.apply(Wish.of(version, suites).withProtocols(left))
        .thenCompose(
            answer -> {
              Optional<String> selected = protocol(answer).filter(left::contains);
              if (selected.isEmpty()) {
                return CompletableFuture.completedFuture(found);
              }
              found.add(selected.get());
              return protocols(found);
            });
  }

  private static Optional<String> protocol(Answer answer) {
    try {
      return answer instanceof Answer.Accepted a
          ? a.hello().applicationProtocol()
          : Optional.empty();
    } catch (MalformedInputException e) {
      return Optional.empty();
    }
  }

  private CompletableFuture<OptionalInt> prime() {
    List<Integer> finite =
        suites.stream().filter(s -> CodePoint.SUITE.name(s).startsWith("TLS_DHE_")).toList();
    // With the groups of RFC 7919 in the hello a server may take one of those instead of its own.
    Wish wish = Wish.of(version, finite).withGroups(List.of(0x17));
    return finite.isEmpty()
        ? CompletableFuture.completedFuture(OptionalInt.empty())
        : ask.apply(wish)
            .thenApply(
                a -> exchange(a).map(ServerKeyExchange::primeBits).orElse(OptionalInt.empty()));
  }

  private CompletableFuture<Optional<Boolean>> compresses() {
    return suites.isEmpty()
        ? CompletableFuture.completedFuture(Optional.empty())
        : ask.apply(Wish.of(version, suites).withDeflate())
            .thenApply(
                answer ->
                    answer instanceof Answer.Accepted a
                        ? Optional.of(a.hello().compressionMethod() != 0)
                        : Optional.empty());
  }

  private Optional<ServerKeyExchange> exchange(Answer answer) {
    if (!(answer instanceof Answer.Accepted a)) {
      return Optional.empty();
    }
    Optional<byte[]> body = a.message(Handshake.SERVER_KEY_EXCHANGE);
    try {
      boolean tls12 = version == TlsVersion.TLS12;
      return body.isEmpty()
          ? Optional.empty()
          : Optional.of(
              Groups.usesCurve(a.hello().cipherSuite())
                  ? ServerKeyExchange.ofCurve(body.get(), tls12)
                  : ServerKeyExchange.ofField(body.get(), tls12));
    } catch (MalformedInputException e) {
      return Optional.empty();
    }
  }
}
