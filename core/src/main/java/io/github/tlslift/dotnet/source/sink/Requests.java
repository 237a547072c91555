package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.model.Api;
import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * When clients connect: most not where they are made, but where the first method of theirs is
 * called (facts R11).
 */
final class Requests {
  private static final Set<Api> AT_ONCE =
      Set.of(Api.HTTP_WEB_REQUEST, Api.INVOKE_WEB_REQUEST, Api.SSL_STREAM);
  private static final Set<String> NO_REQUESTS =
      Set.of(
          "add", "dispose", "close", "cancelasync", "cancelpendingrequests", "gettype", "tostring");

  private final Map<String, Set<ApiUse>> made = new HashMap<>();
  private final Map<String, Set<ApiUse>> named = new HashMap<>();

  /** Whether the client connects later than where it is noted. */
  boolean isLater(ApiUse use) {
    return use.role() == Role.CLIENT && use.api().filter(a -> !AT_ONCE.contains(a)).isPresent();
  }

  /** Notes that a client is made. */
  void made(ApiUse use) {
    String place = use.location().file() + ":" + use.location().offset();
    made.computeIfAbsent(place, o -> new LinkedHashSet<>()).add(use);
  }

  /** Notes what a variable or property is given. */
  void assigned(String name, Expr value, Code code) {
    Set<ApiUse> clients = made(value, code);
    if (!clients.isEmpty() && !name.isEmpty()) {
      named.computeIfAbsent(key(name), n -> new LinkedHashSet<>()).addAll(clients);
    }
  }

  /** The clients that connect by the call. */
  List<ApiUse> called(Expr.Call call, Code code) {
    if (!(call.callee() instanceof Expr.Member m) || NO_REQUESTS.contains(key(m.name()))) {
      return List.of();
    }
    Set<ApiUse> clients = made(m.target(), code);
    return new ArrayList<>(
        clients.isEmpty() ? named.getOrDefault(key(m.target().lastName()), Set.of()) : clients);
  }

  private Set<ApiUse> made(Expr e, Code code) {
    if (e instanceof Expr.Cast c) {
      return made(c.operand(), code);
    }
    return e instanceof Expr.New || e instanceof Expr.Call
        ? made.getOrDefault(code.text().file() + ":" + e.start(), Set.of())
        : Set.of();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
