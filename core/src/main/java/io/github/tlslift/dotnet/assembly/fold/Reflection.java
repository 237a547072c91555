package io.github.tlslift.dotnet.assembly.fold;

import io.github.tlslift.dotnet.assembly.metadata.Member;
import io.github.tlslift.dotnet.value.Atom;
import io.github.tlslift.dotnet.value.Value;
import java.util.List;
import java.util.Optional;

/** Calls that find types, members and registry keys by name. */
final class Reflection {

  Optional<Slot> result(Member callee, List<Slot> arguments) {
    return switch (callee.qualified()) {
      case "System.Type.GetType", "System.Reflection.Assembly.GetType" -> type(arguments);
      case "System.Type.GetProperty", "System.Type.GetField", "System.Type.GetRuntimeProperty" ->
          member(arguments);
      case "System.Reflection.PropertyInfo.GetSetMethod",
          "System.Reflection.PropertyInfo.get_SetMethod" ->
          Optional.of(arguments.get(0));
      case "System.Reflection.PropertyInfo.GetValue" -> value(arguments.get(0));
      case "Microsoft.Win32.RegistryKey.OpenBaseKey" -> base(arguments);
      case "Microsoft.Win32.RegistryKey.OpenSubKey", "Microsoft.Win32.RegistryKey.CreateSubKey" ->
          below(arguments);
      default -> Optional.empty();
    };
  }

  // System.Net.ServicePointManager, System, Version=4.0.0.0
  private static Optional<Slot> type(List<Slot> arguments) {
    return arguments.stream()
        .flatMap(a -> a.value().text().stream())
        .findFirst()
        .map(t -> t.split(",", 2)[0].strip())
        .map(t -> Slot.of(new Thing.TypeOf(t)));
  }

  private static Optional<Slot> member(List<Slot> arguments) {
    Optional<String> name =
        arguments.size() < 2 ? Optional.empty() : arguments.get(1).value().text();
    return arguments.get(0).things(Thing.TypeOf.class).stream()
        .findFirst()
        .flatMap(t -> name.map(n -> Slot.of(new Thing.Property(t.type(), n))));
  }

  private static Optional<Slot> value(Slot property) {
    boolean protocols =
        property
            .things()
            .contains(new Thing.Property("System.Net.ServicePointManager", "SecurityProtocol"));
    return protocols
        ? Optional.of(Slot.of(Value.of(Atom.Bits.before("ServicePointManager.SecurityProtocol"))))
        : Optional.empty();
  }

  // RegistryHive.LocalMachine is 0x80000002, RegistryView.Registry32 0x200.
  private static Optional<Slot> base(List<Slot> arguments) {
    boolean machine = arguments.get(0).value().number().filter(n -> n == 0x80000002).isPresent();
    boolean narrow =
        arguments.size() > 1
            && arguments.get(1).value().number().filter(n -> n == 0x200).isPresent();
    String hive = machine ? "HKEY_LOCAL_MACHINE" : "HKEY_CURRENT_USER";
    return Optional.of(Slot.of(new Thing.Key(narrow ? hive + "\\SOFTWARE\\Wow6432Node?" : hive)));
  }

  private static Optional<Slot> below(List<Slot> arguments) {
    String rest = arguments.size() < 2 ? "?" : arguments.get(1).value().text().orElse("?");
    return arguments.get(0).things(Thing.Key.class).stream()
        .findFirst()
        .map(k -> Slot.of(new Thing.Key(joined(k.path(), rest))));
  }

  private static String joined(String before, String rest) {
    int mark = before.indexOf("\\SOFTWARE\\Wow6432Node?");
    if (mark < 0) {
      return before + "\\" + rest;
    }
    boolean software = rest.regionMatches(true, 0, "SOFTWARE\\", 0, 9);
    return before.substring(0, mark)
        + "\\"
        + (software ? "SOFTWARE\\Wow6432Node\\" + rest.substring(9) : rest);
  }
}
