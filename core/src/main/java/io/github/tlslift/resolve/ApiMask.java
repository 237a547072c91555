package io.github.tlslift.resolve;

import io.github.tlslift.model.Api;
import io.github.tlslift.model.Clr;
import io.github.tlslift.model.Confidence;
import io.github.tlslift.model.Offer;
import io.github.tlslift.model.Offer.Outcome;
import io.github.tlslift.model.Protocols;
import java.util.Optional;

/**
 * R11 and R13: the number that one API of .NET Framework hands to Schannel.
 *
 * @param mask the number
 * @param exception what is thrown before there is a number; empty where nothing is
 * @param viaSslState whether {@code SslState} checks the number and passes the strong-crypto flag
 */
record ApiMask(int mask, String exception, boolean viaSslState) {

  private static final int SSL3_TO_TLS12 = 4080;
  private static final int TLS10_AND_LATER_BITS = 0x2A80;

  static ApiMask of(Situation s, DefaultMask start, int process, Trail trail) {
    return switch (s.api()) {
      case SSL_STREAM -> sslStream(s, start, trail);
      case HTTP_CLIENT -> httpClient(s, process, trail);
      case WCF_NET_TCP -> NetTcp.of(s, trail);
      case WCF_TLS_NEGO -> tlsNego(s, process, trail);
      default -> plain(process);
    };
  }

  /** The offer that comes of it. */
  Offer hello(Situation s, DefaultMask start, Trail trail) {
    if (!exception.isEmpty()) {
      return Resolver.ended(Outcome.THROWS, mask, exception, trail);
    }
    if (mask == 0 && viaSslState && !start.systemDefault()) {
      trail.add("R10", "a value of 0 needs system default on, and it is off", Optional.empty(), "");
      return Resolver.ended(Outcome.THROWS, mask, "ArgumentException", trail);
    }
    trail.note(
        "R11", s.api().id() + " therefore asks Schannel for " + new Protocols(mask).display());
    return Hello.of(mask, passesStrongCrypto(s, start), s, trail);
  }

  // RS _SecureChannel.AcquireClientCredentials: with 0 only from the 4.7.2 sources on (R15).
  private boolean passesStrongCrypto(Situation s, DefaultMask start) {
    boolean covered = mask == 0 ? s.installedAtLeast("4.7.2") : (mask & TLS10_AND_LATER_BITS) != 0;
    return viaSslState && start.strongCrypto() && covered;
  }

  static ApiMask plain(int mask) {
    return new ApiMask(mask, "", true);
  }

  static ApiMask argument(Situation s, Trail trail) {
    int mask = s.argument().getAsInt();
    trail.add(
        "R11", "the call itself asks for " + new Protocols(mask).enumNames(), s.argumentAt(), "");
    return plain(mask);
  }

  private static ApiMask sslStream(Situation s, DefaultMask start, Trail trail) {
    if (s.argument().isPresent()) {
      return argument(s, trail);
    }
    trail.note(
        "R11",
        "SslStream without a protocol argument does not follow ServicePointManager.SecurityProtocol");
    if (s.clr() == Clr.CLR2) {
      return plain(start.withoutAppValue());
    }
    if (s.installedAtLeast("4.7")) {
      return plain(start.mask());
    }
    if (!s.installedAtLeast("4.5.2")) {
      return plain(DefaultMask.LEGACY);
    }
    return plain(
        start.systemDefault()
            ? 0
            : start.strongCrypto() ? DefaultMask.TLS10_TO_12 : DefaultMask.LEGACY);
  }

  private static ApiMask httpClient(Situation s, int process, Trail trail) {
    if (s.argument().orElse(0) == 0) {
      return plain(process);
    }
    int mask = s.argument().getAsInt();
    String refused = HandlerProtocols.refusal(mask, s);
    if (!refused.isEmpty()) {
      trail.add(
          "R11",
          "HttpClientHandler.SslProtocols throws on this framework",
          s.argumentAt(),
          "",
          Confidence.MEDIUM);
      return new ApiMask(mask, refused, true);
    }
    return argument(s, trail);
  }

  private static ApiMask tlsNego(Situation s, int process, Trail trail) {
    boolean own =
        !s.installedAtLeast("4.7")
            || SwitchPrecedence.decide(
                    QuirkSwitch.WCF_OWN_PROTOCOLS, DomainTarget.of(s, new Trail()), s)
                .value();
    if (own) {
      trail.note("R11", "TlsNego is hard-wired to SSL 3.0 and TLS 1.0 for this target");
    }
    return new ApiMask(own ? DefaultMask.LEGACY : process, "", false);
  }

  /** Whether the API follows the process-wide static. */
  static boolean followsProcess(Api api) {
    return switch (api) {
      case SSL_STREAM, WCF_NET_TCP, SQL_CLIENT, LDAP_CONNECTION, REMOTING_TCP, WIN_HTTP -> false;
      default -> true;
    };
  }

  static int ssl3ToTls12() {
    return SSL3_TO_TLS12;
  }
}
