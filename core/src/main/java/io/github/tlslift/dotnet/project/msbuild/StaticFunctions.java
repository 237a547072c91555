package io.github.tlslift.dotnet.project.msbuild;

import io.github.tlslift.io.TreePath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/** Static property functions: those of {@code [MSBuild]}, paths, strings and files. */
final class StaticFunctions {
  private final Expander context;
  private final List<String> arguments;

  private StaticFunctions(Expander context, List<String> arguments) {
    this.context = context;
    this.arguments = arguments;
  }

  /** The result; empty where the function is not known or cannot be answered from files. */
  static Optional<String> call(
      Expander context, String type, String member, List<String> arguments) {
    StaticFunctions call = new StaticFunctions(context, arguments);
    String name = member.toLowerCase(Locale.ROOT) + "/" + arguments.size();
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "msbuild" -> call.msbuild(name);
      case "system.io.path" -> call.path(name);
      case "string", "system.string" -> call.string(name);
      case "system.io.file", "system.io.directory" ->
          name.equals("exists/1") ? call.exists() : Optional.empty();
      case "system.runtime.interopservices.osplatform" -> Optional.of(member);
      case "system.runtime.interopservices.runtimeinformation" ->
          name.equals("isosplatform/1") ? call.windows() : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<String> msbuild(String name) {
    return switch (name) {
      case "isosplatform/1" -> windows();
      case "isosunixlike/0" -> Optional.of("False");
      case "getpathoffileabove/1" ->
          above(context.current.folder(), arg(0)).or(() -> Optional.of(""));
      case "getpathoffileabove/2" ->
          folder(1).flatMap(from -> above(from, arg(0))).or(() -> Optional.of(""));
      case "getdirectorynameoffileabove/2" ->
          folder(0)
              .flatMap(from -> TreeFiles.folderAbove(context.tree, from, arg(1)))
              .map(TreeFiles::absolute)
              .or(() -> Optional.of(""));
      case "ensuretrailingslash/1" -> Optional.of(slashed(arg(0)));
      case "normalizedirectory/1" -> full(arg(0)).map(StaticFunctions::slashed);
      case "normalizedirectory/2" -> full(combine()).map(StaticFunctions::slashed);
      case "normalizepath/1" -> full(arg(0));
      case "normalizepath/2", "normalizepath/3" -> full(combine());
      case "valueordefault/2" -> Optional.of(arg(0).isEmpty() ? arg(1) : arg(0));
      case "versionequals/2" -> version(order -> order == 0);
      case "versionnotequals/2" -> version(order -> order != 0);
      case "versiongreaterthan/2" -> version(order -> order > 0);
      case "versiongreaterthanorequals/2" -> version(order -> order >= 0);
      case "versionlessthan/2" -> version(order -> order < 0);
      case "versionlessthanorequals/2" -> version(order -> order <= 0);
      case "gettargetframeworkidentifier/1" -> Moniker.parse(arg(0)).map(Moniker::identifier);
      case "gettargetframeworkversion/1", "gettargetframeworkversion/2" ->
          Moniker.parse(arg(0)).map(Moniker::version);
      case "gettargetplatformidentifier/1" -> Moniker.parse(arg(0)).map(Moniker::platform);
      case "istargetframeworkcompatible/2" -> compatible();
      default -> Optional.empty();
    };
  }

  private Optional<String> path(String name) {
    String file = arguments.isEmpty() ? "" : arg(0).replace('\\', '/');
    int dot = TreePath.name(file).lastIndexOf('.');
    return switch (name) {
      case "combine/2", "combine/3", "combine/4" -> Optional.of(combine());
      case "getfullpath/1" -> full(arg(0));
      case "getdirectoryname/1" -> Optional.of(TreePath.folder(file).replace('/', '\\'));
      case "getfilename/1" -> Optional.of(TreePath.name(file));
      case "getfilenamewithoutextension/1" ->
          Optional.of(dot < 0 ? TreePath.name(file) : TreePath.name(file).substring(0, dot));
      case "getextension/1" -> Optional.of(dot < 0 ? "" : TreePath.name(file).substring(dot));
      case "directoryseparatorchar/0" -> Optional.of("\\");
      default -> Optional.empty();
    };
  }

  private Optional<String> string(String name) {
    return switch (name) {
      case "isnullorempty/1" -> bool(arg(0).isEmpty());
      case "isnullorwhitespace/1" -> bool(arg(0).isBlank());
      case "copy/1", "new/1" -> Optional.of(arg(0));
      case "concat/2", "concat/3" -> Optional.of(String.join("", arguments));
      default -> Optional.empty();
    };
  }

  private String arg(int i) {
    return arguments.get(i);
  }

  // What .NET Framework programs are built on.
  private Optional<String> windows() {
    return bool(arg(0).equalsIgnoreCase("Windows"));
  }

  private Optional<String> above(String folder, String name) {
    return TreeFiles.folderAbove(context.tree, folder, name)
        .map(at -> TreeFiles.absolute(at.isEmpty() ? name : at + "/" + name));
  }

  private Optional<String> folder(int i) {
    return TreeFiles.resolve(context.current.folder(), arg(i));
  }

  private Optional<String> full(String path) {
    return TreeFiles.resolve(context.project.folder(), path).map(TreeFiles::absolute);
  }

  private String combine() {
    String path = "";
    for (String part : arguments) {
      boolean rooted = part.startsWith("\\") || part.startsWith("/") || part.indexOf(':') >= 0;
      path = rooted || path.isEmpty() ? part : slashed(path) + part;
    }
    return path;
  }

  private static String slashed(String path) {
    boolean ends = path.isEmpty() || path.endsWith("\\") || path.endsWith("/");
    return ends ? path : path + "\\";
  }

  private Optional<String> exists() {
    Truth there = TreeFiles.exists(context.tree, context.project.folder(), arg(0));
    return there == Truth.UNDECIDED ? Optional.empty() : bool(there == Truth.TRUE);
  }

  private Optional<String> version(IntPredicate holds) {
    OptionalInt order = Versions.compare(arg(0), arg(1));
    return order.isEmpty() ? Optional.empty() : bool(holds.test(order.getAsInt()));
  }

  // Whether a project of the first framework can use a library of the second; between different
  // identifiers that needs NuGet's tables.
  private Optional<String> compatible() {
    Optional<Moniker> project = Moniker.parse(arg(0));
    Optional<Moniker> library = Moniker.parse(arg(1));
    if (project.isEmpty() || library.isEmpty()) {
      return Optional.empty();
    }
    if (!project.get().identifier().equals(library.get().identifier())) {
      return library.get().identifier().equals(".NETStandard") ? Optional.empty() : bool(false);
    }
    OptionalInt order = Versions.compare(project.get().version(), library.get().version());
    return order.isEmpty() ? Optional.empty() : bool(order.getAsInt() >= 0);
  }

  private static Optional<String> bool(boolean value) {
    return Optional.of(value ? "True" : "False");
  }
}
