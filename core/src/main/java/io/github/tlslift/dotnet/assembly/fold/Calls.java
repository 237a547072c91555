package io.github.tlslift.dotnet.assembly.fold;

import io.github.tlslift.dotnet.api.ProtocolProperties;
import io.github.tlslift.dotnet.assembly.metadata.Member;
import io.github.tlslift.dotnet.value.Atom;
import io.github.tlslift.dotnet.value.Operators;
import io.github.tlslift.dotnet.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What calls of .NET give: conversions, settings, and what is found by its name. */
final class Calls {
  private static final String MANAGER = "System.Net.ServicePointManager";
  private static final Set<String> SAME =
      Set.of(
          "System.Enum.ToObject",
          "System.Convert.ToUInt32",
          "System.Convert.ToInt64",
          "System.Convert.ToInt16",
          "System.Convert.ToString",
          "System.Convert.ChangeType",
          "System.Object.ToString",
          "System.Int32.ToString",
          "System.Enum.ToString",
          "System.String.Trim",
          "System.String.ToString",
          "System.String.ToLower",
          "System.String.ToUpper",
          "System.String.ToLowerInvariant",
          "System.String.ToUpperInvariant",
          "System.Nullable.GetValueOrDefault",
          "System.Nullable.get_Value");
  private static final Set<String> PARSED =
      Set.of(
          "System.Enum.Parse",
          "System.Int32.Parse",
          "System.Convert.ToInt32",
          "System.UInt32.Parse",
          "System.Int64.Parse");
  private static final Set<String> TRIED =
      Set.of("System.Enum.TryParse", "System.Int32.TryParse", "System.UInt32.TryParse");

  private final Reflection reflection = new Reflection();

  /** What a call gives. */
  Slot result(Member callee, List<Slot> given) {
    // A signature may lie: every conversion has something to look at.
    List<Slot> arguments = given.isEmpty() ? List.of(Slot.unknown("no argument")) : given;
    if (!callee.signature().gives()) {
      return Slot.none();
    }
    return property(callee)
        .or(() -> reflection.result(callee, arguments))
        .or(() -> converted(callee.qualified(), arguments))
        .orElseGet(() -> other(callee, arguments));
  }

  /** What a call puts where an address of its arguments leads. */
  Slot written(Member callee, List<Slot> arguments) {
    boolean tried = TRIED.contains(callee.qualified());
    Value parsed = tried ? parsed(arguments) : Value.unknown("what " + callee.name() + " gives");
    return Slot.of(parsed);
  }

  private static Optional<Slot> property(Member callee) {
    if (!callee.name().startsWith("get_")) {
      return Optional.empty();
    }
    String name = callee.name().substring(4);
    if (callee.type().equals(MANAGER) && name.equals("SecurityProtocol")) {
      return Optional.of(before("ServicePointManager.SecurityProtocol"));
    }
    return ProtocolProperties.find(callee.simpleType(), name).map(p -> before(p.qualified()));
  }

  private static Slot before(String property) {
    return Slot.of(Value.of(Atom.Bits.before(property)));
  }

  private static Optional<Slot> converted(String name, List<Slot> arguments) {
    if (SAME.contains(name)) {
      return last(arguments, name.equals("System.Enum.ToObject") ? 1 : 0);
    }
    if (PARSED.contains(name)) {
      return Optional.of(Slot.of(based(name, arguments).orElseGet(() -> parsed(arguments))));
    }
    return switch (name) {
      case "System.String.Concat" -> Optional.of(concat(arguments));
      case "System.String.Format" -> Optional.of(formatted(arguments));
      case "System.Enum.GetNames", "System.Enum.GetValues" ->
          Optional.of(Slot.unknown("every member that the runtime knows"));
      case "System.Environment.GetEnvironmentVariable" ->
          Optional.of(Slot.unknown("the environment variable " + named(arguments)));
      default -> Optional.empty();
    };
  }

  private static Optional<Slot> last(List<Slot> arguments, int index) {
    return arguments.isEmpty()
        ? Optional.empty()
        : Optional.of(arguments.get(Math.min(index, arguments.size() - 1)));
  }

  // Enum.Parse(typeof(T), text), Enum.Parse<T>(text), int.Parse(text): the first that is a text.
  private static Value parsed(List<Slot> arguments) {
    for (Slot slot : arguments) {
      boolean type = !slot.things(Thing.TypeOf.class).isEmpty();
      if (!type && !(slot.value().possible().isEmpty() && slot.value().unknown().isEmpty())) {
        return slot.value().asProtocols();
      }
    }
    return Value.unknown("a text made at run time");
  }

  // Convert.ToInt32("C00", 16)
  private static Optional<Value> based(String name, List<Slot> arguments) {
    if (!name.equals("System.Convert.ToInt32") || arguments.size() != 2) {
      return Optional.empty();
    }
    Optional<String> text = arguments.get(0).value().text();
    Optional<Integer> radix = arguments.get(1).value().number();
    try {
      return text.isPresent() && radix.isPresent()
          ? Optional.of(
              Value.number(Long.parseLong(text.get().replaceFirst("^0[xX]", ""), radix.get())))
          : Optional.empty();
    } catch (NumberFormatException noNumber) {
      return Optional.of(Value.unknown("no number: " + text.orElse("")));
    }
  }

  private static Slot concat(List<Slot> arguments) {
    Value all = Value.of(new Atom.Text(""));
    for (Slot slot : arguments) {
      all = Operators.binary("concat", all, slot.value());
    }
    return Slot.of(all);
  }

  private static Slot formatted(List<Slot> arguments) {
    Value all = arguments.get(0).value();
    for (int i = 1; i < arguments.size(); i++) {
      String hole = "{" + (i - 1) + "}";
      all = all.with(arguments.get(i).value(), (a, b) -> Operators.replaced(a, hole, b));
    }
    return Slot.of(all);
  }

  private static String named(List<Slot> arguments) {
    return arguments.stream()
        .flatMap(a -> a.value().text().stream())
        .findFirst()
        .orElse("of a computed name");
  }

  private Slot other(Member callee, List<Slot> arguments) {
    return switch (callee.qualified()) {
      case "System.Configuration.ConfigurationManager.get_AppSettings",
          "System.Configuration.ConfigurationSettings.get_AppSettings",
          "System.Web.Configuration.WebConfigurationManager.get_AppSettings" ->
          Slot.of(new Thing.AppSettings());
      case "System.Collections.Specialized.NameValueCollection.get_Item",
          "System.Collections.Specialized.NameValueCollection.Get" ->
          setting(arguments);
      case "System.Type.GetTypeFromHandle" -> arguments.get(0);
      case "System.Delegate.Combine" ->
          arguments.size() == 2 ? arguments.get(1) : Slot.unknown("delegates");
      default -> Slot.unknown("what " + callee.name() + " gives");
    };
  }

  private static Slot setting(List<Slot> arguments) {
    boolean ofConfig = !arguments.get(0).things(Thing.AppSettings.class).isEmpty();
    Optional<String> key = arguments.get(arguments.size() - 1).value().text();
    return Slot.unknown(
        ofConfig && key.isPresent()
            ? "appSettings:" + key.get()
            : key.map(k -> "the setting \"" + k + "\"").orElse("a setting"));
  }
}
