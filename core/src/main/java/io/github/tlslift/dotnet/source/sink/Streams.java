package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.fold.Program;
import io.github.tlslift.dotnet.source.fold.Types;
import io.github.tlslift.dotnet.value.Change;
import io.github.tlslift.model.Api;
import io.github.tlslift.model.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code SslStream.AuthenticateAsClient} and {@code AuthenticateAsServer}, all overloads. */
final class Streams implements Sink {
  private static final Set<String> WORDS = Set.of("AuthenticateAs");
  private static final Set<String> NAMES =
      Set.of(
          "authenticateasclient",
          "authenticateasclientasync",
          "beginauthenticateasclient",
          "authenticateasserver",
          "authenticateasserverasync",
          "beginauthenticateasserver");
  private static final Set<String> OTHERS = Set.of("NegotiateStream", "NetworkCredential");
  private static final int PROTOCOLS = 2;

  @Override
  public boolean mayFind(Program program) {
    return program.mentions(WORDS);
  }

  @Override
  public void look(Expr e, Place at, Found found) {
    if (e instanceof Expr.Call c
        && c.callee() instanceof Expr.Member m
        && NAMES.contains(m.name().toLowerCase(Locale.ROOT))
        && !c.args().isEmpty()
        && isStream(m, c, at, found)) {
      note(c, m.name(), at, found);
    }
  }

  private static boolean isStream(Expr.Member m, Expr.Call c, Place at, Found found) {
    Types types = new Types(found.folder().program());
    String type = types.of(m.target(), at.scope(), at.code());
    String first = types.of(c.args().get(0).value(), at.scope(), at.code());
    return !OTHERS.contains(type)
        && !OTHERS.contains(first)
        && !m.target().path().equals("this")
        && found.folder().program().types(type, at.code()).stream()
            .allMatch(t -> t.scope().bases().stream().anyMatch(b -> b.endsWith("SslStream")));
  }

  private static void note(Expr.Call c, String name, Place at, Found found) {
    Optional<Expr> protocols = protocols(c, name);
    String member = "System.Net.Security.SslStream." + name;
    boolean server = name.toLowerCase(Locale.ROOT).contains("server");
    Optional<Api> api = Optional.of(Api.SSL_STREAM);
    if (protocols.isPresent()) {
      Change change = found.change("=", protocols.get(), "", at);
      Optional<Api> side = server ? Optional.empty() : api;
      found.protocols(Role.STREAM_PROTOCOLS, member, side, change, c, at.location(c), at);
    } else if (!server && !takesOptions(c, at, found)) {
      found.use(Role.CLIENT, member, api, c, at.location(c), at);
    }
  }

  // (host, certificates, protocols, revocation), or the same with a callback and a state.
  private static Optional<Expr> protocols(Expr.Call c, String name) {
    Optional<Expr> named = c.arg("enabledSslProtocols").or(() -> c.arg("sslProtocolType"));
    int callback = name.toLowerCase(Locale.ROOT).startsWith("begin") ? 2 : 0;
    List<Expr.Arg> args = c.args();
    boolean full = args.size() == 4 + callback;
    return named.or(() -> full ? Optional.of(args.get(PROTOCOLS).value()) : Optional.empty());
  }

  private static boolean takesOptions(Expr.Call c, Place at, Found found) {
    Expr first = c.args().get(0).value();
    String type = new Types(found.folder().program()).of(first, at.scope(), at.code());
    Expr made = found.folder().definition(first, at.scope(), at.code());
    boolean options =
        type.endsWith("AuthenticationOptions") || type.endsWith("OptionsSelectionCallback");
    return options
        && !(made instanceof Expr.New n
            && n.members().stream()
                .noneMatch(
                    m ->
                        m instanceof Expr.Assign a
                            && a.target().lastName().equals("EnabledSslProtocols"))
            && found.folder().program().assigns("EnabledSslProtocols", at.code()).isEmpty());
  }
}
