package io.github.tlslift.net.probe;

import io.github.tlslift.model.TlsVersion;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.cert.TrustAnchor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Asks targets, each at every address behind its name. */
public final class Probe {
  static final String NOT_ASKED = "not asked";

  private final Asker asker;
  private final Scope scope;

  /**
   * What to find out.
   *
   * @param versions those to ask for
   * @param suites whether to go through the suites of each version
   * @param details whether to ask for groups, signature schemes and the rest as well
   * @param roots what a chain may end in
   */
  public record Scope(
      Set<TlsVersion> versions, boolean suites, boolean details, Collection<TrustAnchor> roots) {
    /** Copies the collections. */
    public Scope {
      versions = Set.copyOf(versions);
      roots = List.copyOf(roots);
    }

    /** Everything. */
    public static Scope all(Collection<TrustAnchor> roots) {
      return new Scope(EnumSet.allOf(TlsVersion.class), true, true, roots);
    }

    /** Versions and suites. */
    public static Scope suitesOnly(Collection<TrustAnchor> roots) {
      return new Scope(EnumSet.allOf(TlsVersion.class), true, false, roots);
    }

    /** Versions only, without SSL 2.0: five connections for each address. */
    public static Scope versionsOnly(Collection<TrustAnchor> roots) {
      return new Scope(EnumSet.range(TlsVersion.SSL3, TlsVersion.TLS13), false, false, roots);
    }
  }

  /** A probe that opens its connections with {@code asker}. */
  public Probe(Asker asker, Scope scope) {
    this.asker = asker;
    this.scope = scope;
  }

  /** The report on a target; never an exception. Names are resolved before it returns. */
  public CompletableFuture<TargetReport> of(Target target) {
    InetAddress[] addresses;
    try {
      addresses = InetAddress.getAllByName(target.host());
    } catch (UnknownHostException e) {
      String problem = "the name " + target.host() + " is not known";
      return CompletableFuture.completedFuture(
          new TargetReport(target, List.of(), Optional.of(problem)));
    }
    List<CompletableFuture<AddressReport>> reports = new ArrayList<>();
    for (InetAddress a : addresses) {
      InetSocketAddress address = new InetSocketAddress(a, target.port());
      reports.add(new AddressProbe(asker, address, target, scope).run());
    }
    return CompletableFuture.allOf(reports.toArray(CompletableFuture[]::new))
        .thenApply(
            done ->
                new TargetReport(
                    target,
                    reports.stream().map(CompletableFuture::join).toList(),
                    Optional.empty()));
  }
}
