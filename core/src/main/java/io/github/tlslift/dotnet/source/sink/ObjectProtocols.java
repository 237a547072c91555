package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.api.ProtocolProperties;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.fold.Program;
import io.github.tlslift.model.Api;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Role;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code SslProtocols} of a handler, a binding or authentication options. */
final class ObjectProtocols implements Sink {
  private static final Set<String> WORDS = Set.of("SslProtocol", "SslOption");

  @Override
  public boolean mayFind(Program program) {
    return program.mentions(WORDS);
  }

  @Override
  public void look(Expr e, Place at, Found found) {
    if (e instanceof Expr.Assign a) {
      if (at.owner().filter("hashtable"::equals).isPresent()
          && a.target().lastName().equalsIgnoreCase("SslProtocol")) {
        parameter(a.value(), a, at.location(a), at, found);
      } else if (ProtocolProperties.isMember(a.target().lastName())) {
        note(a, at, found);
      }
    } else if (e instanceof Expr.Call c) {
      c.arg("SslProtocol")
          .filter(v -> c.callee() instanceof Expr.Name)
          .ifPresent(v -> parameter(v, c, at.location(c), at, found));
    }
  }

  private static void note(Expr.Assign a, Place at, Found found) {
    String member = a.target().lastName();
    Optional<String> type = owner(a, at, found);
    if (type.isEmpty() || found.folder().program().variable(type.get(), member, at.code())) {
      return;
    }
    Optional<ProtocolProperties.Property> known =
        bases(type.get(), at, found)
            .flatMap(t -> ProtocolProperties.find(t, member).stream())
            .findFirst()
            .or(() -> byPath(a.target().path(), member));
    if (known.isEmpty() && !isOfProject(type.get(), at, found) && isProtocols(a, at, found)) {
      add(a, Optional.empty(), type.get(), at, found);
    } else if (known.isPresent()) {
      add(a, known, type.get(), at, found);
    }
  }

  private static void add(
      Expr.Assign a,
      Optional<ProtocolProperties.Property> known,
      String type,
      Place at,
      Found found) {
    String member = a.target().lastName();
    found.protocols(
        known.map(ProtocolProperties.Property::role).orElse(Role.STREAM_PROTOCOLS),
        known
            .map(ProtocolProperties.Property::qualified)
            .orElse(type.isEmpty() ? member : type + "." + member),
        known.map(ProtocolProperties.Property::api).orElse(Optional.of(Api.SSL_STREAM)),
        found.change(a.op(), a.value(), a.target().path(), at),
        a,
        at.location(a),
        at);
  }

  // The type that has the property; an empty name where it is not known, nothing where the property
  // is one of the enclosing class itself: an option, not a connection.
  private static Optional<String> owner(Expr.Assign a, Place at, Found found) {
    Program program = found.folder().program();
    if (a.target() instanceof Expr.Member m && !isSelf(m.target())) {
      return Optional.of(found.typeOf(m.target(), at));
    }
    if (a.target() instanceof Expr.Name && at.owner().isPresent()) {
      return at.owner().map(o -> program.simpleName(o, at.code()));
    }
    Scope type = at.scope().nearest(Scope.Kind.TYPE);
    if (type == null || type.bases().isEmpty()) {
      return Optional.empty();
    }
    boolean local = program.isLocal(a.target().lastName(), at.scope(), at.code());
    return local ? Optional.empty() : Optional.of(type.name());
  }

  private static boolean isSelf(Expr e) {
    return e instanceof Expr.Name n && (n.name().equals("this") || n.name().equals("base"));
  }

  private static boolean isOfProject(String type, Place at, Found found) {
    return !found.folder().program().types(type, at.code()).isEmpty();
  }

  // The type and, where the project has it, what it is derived from.
  private static Stream<String> bases(String type, Place at, Found found) {
    Program program = found.folder().program();
    Set<String> all = new LinkedHashSet<>(Set.of(type));
    Deque<String> open = new ArrayDeque<>(Set.of(type));
    while (!open.isEmpty()) {
      program.types(open.pop(), at.code()).stream()
          .flatMap(t -> t.scope().bases().stream())
          .map(b -> program.simpleName(b, at.code()))
          .filter(all::add)
          .forEach(open::push);
    }
    return all.stream();
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

  // On an object of a type not known: only what is plainly a set of protocols.
  private static boolean isProtocols(Expr.Assign a, Place at, Found found) {
    return a.target().lastName().toLowerCase(Locale.ROOT).endsWith("sslprotocols")
        && !(a.value() instanceof Expr.Name)
        && !found.fold(a.value(), at).asProtocols().possible().isEmpty();
  }

  // Invoke-WebRequest -SslProtocol Tls12, or the same in a table that is splatted.
  private static void parameter(Expr value, Expr e, Location l, Place at, Found found) {
    found.protocols(
        Role.HANDLER_PROTOCOLS,
        "Invoke-WebRequest -SslProtocol",
        Optional.of(Api.INVOKE_WEB_REQUEST),
        found.change("=", isDefault(value) ? new Expr.Num(0, e.start(), e.end()) : value, "", at),
        e,
        l,
        at);
  }

  // WebSslProtocol.Default leaves it to the system, unlike SslProtocols.Default.
  private static boolean isDefault(Expr value) {
    return value instanceof Expr.Str s && s.value().equalsIgnoreCase("Default")
        || value instanceof Expr.Member m && m.name().equalsIgnoreCase("Default");
  }
}
