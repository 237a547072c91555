package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.api.Clients;
import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.fold.Program;
import io.github.tlslift.model.Location;
import java.util.Optional;

/** Notes the clients of a program's own making, such as SOAP proxies, where they are declared. */
public final class DerivedClients {
  private DerivedClients() {}

  /** Notes all of a program. */
  public static void note(Program program, Found found) {
    for (Code code : program.codes()) {
      for (Scope scope : code.scopes()) {
        if (scope.kind() == Scope.Kind.TYPE && !scope.has("abstract")) {
          client(scope).ifPresent(c -> found.declared(c, scope, at(scope, code), code));
        }
      }
    }
  }

  private static Optional<Clients.Client> client(Scope type) {
    return type.bases().stream()
        .flatMap(b -> Clients.ofBase(ClientUses.simple(b)).stream())
        .findFirst();
  }

  private static Location at(Scope scope, Code code) {
    return code.text().location(scope.start(), scope.start());
  }
}
