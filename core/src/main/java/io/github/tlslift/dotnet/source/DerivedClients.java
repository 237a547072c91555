package io.github.tlslift.dotnet.source;

import io.github.tlslift.dotnet.api.Clients;
import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.fold.Program;

/** Asks for the places that create clients of the program's own making, such as SOAP proxies. */
final class DerivedClients {
  private DerivedClients() {}

  static void follow(Program program) {
    for (Code code : program.codes()) {
      for (Scope scope : code.scopes()) {
        boolean client =
            scope.kind() == Scope.Kind.TYPE
                && scope.bases().stream().anyMatch(b -> Clients.ofBase(simple(b)).isPresent());
        if (client) {
          program.wantCreations(scope.name());
        }
      }
    }
  }

  private static String simple(String base) {
    int angle = base.indexOf('<');
    String bare = angle < 0 ? base : base.substring(0, angle);
    return bare.substring(bare.lastIndexOf('.') + 1);
  }
}
