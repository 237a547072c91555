package io.github.tlslift.dotnet.source;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.fold.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a program starts, by the names, bases and attributes of its types and members. */
final class EntryPoints {
  private static final Map<String, EntryPoint.Kind> BASES =
      Map.of(
          "ServiceBase", EntryPoint.Kind.WINDOWS_SERVICE,
          "HttpApplication", EntryPoint.Kind.HTTP_APPLICATION,
          "IHttpHandler", EntryPoint.Kind.HTTP_APPLICATION,
          "AddInBase", EntryPoint.Kind.OFFICE_ADDIN,
          "IDTExtensibility2", EntryPoint.Kind.OFFICE_ADDIN);
  private static final Map<String, EntryPoint.Kind> ATTRIBUTES =
      Map.of(
          "[ComVisible]", EntryPoint.Kind.COM_VISIBLE,
          "[ProgId]", EntryPoint.Kind.COM_VISIBLE,
          "[FunctionName]", EntryPoint.Kind.AZURE_FUNCTION,
          "[Function]", EntryPoint.Kind.AZURE_FUNCTION,
          "[SqlFunction]", EntryPoint.Kind.SQL_CLR,
          "[SqlProcedure]", EntryPoint.Kind.SQL_CLR,
          "[EntryPoint]", EntryPoint.Kind.MAIN);

  private EntryPoints() {}

  static List<EntryPoint> of(Program program) {
    Map<String, EntryPoint> found = new LinkedHashMap<>();
    for (Code code : program.codes()) {
      for (Scope scope : code.scopes()) {
        kind(scope)
            .map(
                k ->
                    new EntryPoint(
                        k, scope.name(), code.text().location(scope.start(), scope.start())))
            .ifPresent(e -> found.putIfAbsent(e.kind() + " " + e.location(), e));
      }
    }
    return List.copyOf(found.values());
  }

  private static Optional<EntryPoint.Kind> kind(Scope scope) {
    if (scope.kind() == Scope.Kind.MEMBER) {
      return member(scope);
    }
    if (scope.kind() != Scope.Kind.TYPE) {
      return Optional.empty();
    }
    return scope.bases().stream()
        .map(b -> BASES.get(b.substring(b.lastIndexOf('.') + 1)))
        .filter(k -> k != null)
        .findFirst()
        .or(
            () ->
                scope.name().equals("ThisAddIn")
                    ? Optional.of(EntryPoint.Kind.OFFICE_ADDIN)
                    : byAttribute(scope));
  }

  private static Optional<EntryPoint.Kind> member(Scope scope) {
    if (scope.has("top-level")) {
      return Optional.of(EntryPoint.Kind.TOP_LEVEL);
    }
    Scope type = scope.parent();
    boolean main =
        scope.name().equalsIgnoreCase("Main")
            && (scope.has("static") || scope.has("shared") || (type != null && type.has("module")));
    return main ? Optional.of(EntryPoint.Kind.MAIN) : byAttribute(scope);
  }

  private static Optional<EntryPoint.Kind> byAttribute(Scope scope) {
    return scope.traits().stream().map(ATTRIBUTES::get).filter(k -> k != null).findFirst();
  }
}
