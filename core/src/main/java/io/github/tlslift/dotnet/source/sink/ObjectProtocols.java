package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.api.ProtocolProperties;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.fold.Program;
import io.github.tlslift.dotnet.source.fold.Types;
import io.github.tlslift.dotnet.source.fold.Value;
import io.github.tlslift.model.Api;
import io.github.tlslift.model.Role;
import java.util.Locale;
import java.util.Optional;

/** {@code SslProtocols} of a handler, a binding or authentication options. */
final class ObjectProtocols implements Sink {
  @Override
  public void look(Expr e, Place at, Found found) {
    if (e instanceof Expr.Assign a && ProtocolProperties.isMember(a.target().lastName())) {
      note(a, at, found);
    } else if (e instanceof Expr.Call c) {
      c.arg("SslProtocol")
          .filter(v -> c.callee() instanceof Expr.Name)
          .ifPresent(v -> parameter(c, v, at, found));
    }
  }

  private static void note(Expr.Assign a, Place at, Found found) {
    String member = a.target().lastName();
    Program program = found.folder().program();
    String type = owner(a, at, program);
    if (!program.types(type, at.code()).isEmpty()) {
      return;
    }
    Value value = found.fold(a.value(), at);
    Optional<ProtocolProperties.Property> known =
        ProtocolProperties.find(type, member).or(() -> byPath(a.target().path(), member));
    boolean plausible = known.isPresent() || isProtocols(value, a);
    if (plausible && !isOwnProperty(a, at, program)) {
      Change change = Change.of(a.op(), value, a.target().path());
      found.protocols(
          known.map(ProtocolProperties.Property::role).orElse(Role.STREAM_PROTOCOLS),
          known.map(ProtocolProperties.Property::qualified).orElse(qualified(type, member)),
          known.map(ProtocolProperties.Property::api).orElse(Optional.of(Api.SSL_STREAM)),
          change,
          a,
          at.location(a),
          at);
    }
  }

  private static String qualified(String type, String member) {
    return type.isEmpty() ? member : type + "." + member;
  }

  private static String owner(Expr.Assign a, Place at, Program program) {
    if (a.target() instanceof Expr.Member m) {
      return new Types(program).of(m.target(), at.scope(), at.code());
    }
    return at.owner().isEmpty() ? "" : program.simpleName(at.owner(), at.code());
  }

  // handler.SslOptions.EnabledSslProtocols, binding.Security.Transport.SslProtocols
  private static Optional<ProtocolProperties.Property> byPath(String path, String member) {
    String lower = path.toLowerCase(Locale.ROOT);
    if (member.equalsIgnoreCase("EnabledSslProtocols")) {
      return ProtocolProperties.find("SslClientAuthenticationOptions", member);
    }
    if (lower.contains("transport.sslprotocols")) {
      return ProtocolProperties.find("TcpTransportSecurity", member);
    }
    return lower.contains("handler")
        ? ProtocolProperties.find("HttpClientHandler", member)
        : Optional.empty();
  }

  private static boolean isProtocols(Value value, Expr.Assign a) {
    Value protocols = value.asProtocols();
    return !protocols.possible().isEmpty() && !(a.value() instanceof Expr.Name);
  }

  // this.SslProtocols = ... in a class that declares the property: an option, not a connection.
  private static boolean isOwnProperty(Expr.Assign a, Place at, Program program) {
    String name = a.target().lastName();
    boolean self =
        a.target() instanceof Expr.Name && at.owner().isEmpty()
            || a.target() instanceof Expr.Member m
                && m.target() instanceof Expr.Name n
                && n.name().equals("this");
    return self
        || (at.owner().isEmpty()
            && a.target() instanceof Expr.Member m
            && !program.types(m.target().lastName(), at.code()).isEmpty()
            && !program.variables(name, at.code()).isEmpty());
  }

  // Invoke-WebRequest -SslProtocol Tls12
  private static void parameter(Expr.Call c, Expr value, Place at, Found found) {
    found.protocols(
        Role.HANDLER_PROTOCOLS,
        c.lastName() + " -SslProtocol",
        Optional.of(Api.INVOKE_WEB_REQUEST),
        Change.of("=", found.fold(value, at), ""),
        c,
        at.location(c),
        at);
  }
}
