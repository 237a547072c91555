package io.github.tlslift.dotnet.source.fold;

import java.util.Set;
import java.util.TreeSet;

/** Notes the names that values turned out to depend on, while something is being followed. */
final class Asked {
  // What every value passes through and no program declares: keywords and types of the framework.
  private static final Set<String> FRAMEWORK =
      Set.of(
          "value",
          "this",
          "base",
          "Me",
          "MyBase",
          "SecurityProtocolType",
          "SslProtocols",
          "ServicePointManager",
          "AppContext",
          "AppDomain",
          "Boolean",
          "Byte",
          "ConfigurationManager",
          "Console",
          "Convert",
          "Enum",
          "Environment",
          "Func",
          "HttpClient",
          "HttpClientHandler",
          "HttpWebRequest",
          "Int16",
          "Int32",
          "Int64",
          "Lazy",
          "List",
          "Math",
          "Object",
          "Path",
          "Registry",
          "RegistryHive",
          "RegistryKey",
          "RegistryValueKind",
          "RegistryView",
          "SslStream",
          "String",
          "StringComparison",
          "Task",
          "TcpClient",
          "Thread",
          "Type",
          "UInt32",
          "Uri",
          "WebClient",
          "WebRequest");

  private final Set<String> names = new TreeSet<>();
  private final Set<String> types = new TreeSet<>();
  private final Set<String> callers = new TreeSet<>();
  private int following;

  void enter() {
    following++;
  }

  void leave() {
    following--;
  }

  void name(String name) {
    if (following > 0 && !name.isEmpty() && !FRAMEWORK.contains(name)) {
      names.add(name);
    }
  }

  void type(String name, boolean found) {
    name(name);
    if (following > 0 && !found && !name.isEmpty() && !FRAMEWORK.contains(name)) {
      types.add(name);
    }
  }

  void callersOf(String name) {
    name(name);
    if (following > 0 && !name.isEmpty()) {
      callers.add(name);
    }
  }

  Wanted wanted() {
    return new Wanted(names, types, callers);
  }
}
