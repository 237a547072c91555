package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.fold.Folder;
import io.github.tlslift.dotnet.source.fold.Program;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The script files that a script runs in its own process: {@code . .\x.ps1}, {@code & .\x.ps1},
 * {@code Import-Module .\x.psm1} (about_Scripts, about_Modules).
 */
public final class Included {
  private static final Set<String> IMPORTS = Set.of("import-module", "ipmo");

  private Included() {}

  /** The paths that the scripts of the program name, as far as they are known, with slashes. */
  public static List<String> paths(Program program, Folder folder) {
    return program.codes().stream()
        .filter(c -> c.language() == Code.Language.POWERSHELL && c.outer().isEmpty())
        .flatMap(
            c ->
                c.statements().stream()
                    .map(
                        s ->
                            path(
                                s.value(),
                                new Place(s.scope(), c, Optional.empty(), Optional.empty()),
                                folder)))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** The script among the codes that the call runs. */
  static Optional<Code> code(Expr.Call call, Place at, Program program, Folder folder) {
    return at.code().language() == Code.Language.POWERSHELL
        ? path(call, at, folder).flatMap(p -> find(name(p), program.codes()))
        : Optional.empty();
  }

  private static Optional<Code> find(String name, Collection<Code> codes) {
    return codes.stream()
        .filter(c -> c.outer().isEmpty() && name(c.text().file()).equalsIgnoreCase(name))
        .findFirst();
  }

  private static Optional<String> path(Expr e, Place at, Folder folder) {
    if (!(e instanceof Expr.Call call)) {
      return Optional.empty();
    }
    if (IMPORTS.contains(call.lastName().toLowerCase(Locale.ROOT))) {
      return call.arg("Name").or(() -> call.arg(0)).flatMap(a -> text(a, at, folder));
    }
    return text(call.callee(), at, folder);
  }

  private static Optional<String> text(Expr e, Place at, Folder folder) {
    Optional<String> text =
        e instanceof Expr.Name n
            ? Optional.of(n.name())
            : e instanceof Expr.Str s ? Optional.of(s.value()) : joined(e, at, folder);
    return text.map(t -> t.replace('\\', '/').replace("\0", "")).filter(Included::isScript);
  }

  // Join-Path $PSScriptRoot 'x.ps1': its last part.
  private static Optional<String> joined(Expr e, Place at, Folder folder) {
    if (!(e instanceof Expr.Call c) || c.args().isEmpty()) {
      return Optional.empty();
    }
    return folder.fold(c.args().get(c.args().size() - 1).value(), at.scope(), at.code()).text();
  }

  private static boolean isScript(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.endsWith(".ps1") || lower.endsWith(".psm1");
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
