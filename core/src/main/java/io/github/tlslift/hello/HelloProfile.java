package io.github.tlslift.hello;

import io.github.tlslift.model.Offer;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.resolve.Resolver;
import io.github.tlslift.resolve.Situation;
import io.github.tlslift.tls.CodePoint;
import io.github.tlslift.tls.Extension;
import io.github.tlslift.tls.HelloShape;
import io.github.tlslift.windows.CipherSuite;
import io.github.tlslift.windows.CipherSuiteTable;
import io.github.tlslift.windows.WindowsVersion;
import io.github.tlslift.windows.WindowsVersions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A client on a Windows, such as {@code net452@server-2012r2}.
 *
 * @param name as it is written
 * @param situation what the resolver was asked
 * @param offer what it answered
 * @param shape the hello; empty where none is sent
 */
public record HelloProfile(
    String name, Situation situation, Offer offer, Optional<HelloShape> shape) {
  private static final byte[] NONE = {};

  /** The profile of a name; empty where the client or the Windows is not known. */
  public static Optional<HelloProfile> parse(String name) {
    int at = name.indexOf('@');
    Optional<Client> client = Client.of(at < 0 ? name : name.substring(0, at));
    Optional<WindowsVersion> windows =
        at < 0 ? Optional.empty() : WindowsVersions.parse(name.substring(at + 1));
    return client.flatMap(c -> windows.map(w -> of(c, w)));
  }

  /** Every profile there is, by name. */
  public static List<String> names() {
    return WindowsVersions.all().stream()
        .flatMap(w -> Client.all().stream().map(c -> c.id() + "@" + w.id()))
        .toList();
  }

  private static HelloProfile of(Client client, WindowsVersion windows) {
    Situation situation = client.on(windows);
    Offer offer = Resolver.resolve(situation);
    boolean sends =
        offer.outcome() == Offer.Outcome.OFFERS && !CipherSuiteTable.of(windows).isEmpty();
    return new HelloProfile(
        client.id() + "@" + windows.id(),
        situation,
        offer,
        sends ? Optional.of(shape(client, windows, offer)) : Optional.empty());
  }

  private static HelloShape shape(Client client, WindowsVersion windows, Offer offer) {
    WindowsHello common = WindowsHello.of(windows);
    List<TlsVersion> versions = offer.versions();
    boolean tls13 = versions.contains(TlsVersion.TLS13);
    int newest = tls13 ? TlsVersion.TLS12.wire() : versions.get(versions.size() - 1).wire();
    List<Integer> shown = tls13 ? newestFirst(versions) : List.of();
    return new HelloShape(
        tls13 ? 0x0301 : newest,
        newest,
        suites(client, windows, offer),
        extensions(client, common, newest, tls13),
        common.groups(),
        List.of(0),
        common.signatureSchemes(),
        shown,
        tls13 ? common.groups() : List.of(),
        client.alpn(),
        NONE);
  }

  private static List<Integer> newestFirst(List<TlsVersion> versions) {
    List<Integer> numbers = new ArrayList<>(versions.stream().map(TlsVersion::wire).toList());
    Collections.reverse(numbers);
    return numbers;
  }

  private static List<Integer> suites(Client client, WindowsVersion windows, Offer offer) {
    boolean dhe =
        client.dheUntil().isEmpty() || !windows.isBuildAtLeast(client.dheUntil().getAsInt());
    return CipherSuiteTable.of(windows).stream()
        .filter(s -> s.versions().stream().anyMatch(offer.versions()::contains))
        .filter(s -> s.strongCrypto() || !offer.strongCrypto())
        .map(CipherSuite::name)
        .filter(name -> dhe || !name.contains("_DHE_"))
        .distinct()
        .flatMap(name -> CodePoint.SUITE.code(name).stream().boxed())
        .collect(Collectors.toList());
  }

  // signature_algorithms came with TLS 1.2; SSL 3.0 has no extensions but the last.
  private static List<Integer> extensions(
      Client client, WindowsHello common, int newest, boolean tls13) {
    List<Integer> all =
        tls13 && !common.tls13Extensions().isEmpty()
            ? common.tls13Extensions()
            : common.extensions();
    return all.stream()
        .filter(e -> !client.leftOut().contains(e))
        .filter(e -> e != Extension.SIGNATURE_ALGORITHMS || newest >= TlsVersion.TLS12.wire())
        .filter(e -> e == Extension.RENEGOTIATION_INFO || newest > 0x0300)
        .toList();
  }
}
