package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.api.Clients;
import io.github.tlslift.dotnet.api.ProtocolProperties;
import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.fold.Folder;
import io.github.tlslift.dotnet.source.fold.Types;
import io.github.tlslift.dotnet.value.Atom;
import io.github.tlslift.dotnet.value.Change;
import io.github.tlslift.dotnet.value.Value;
import io.github.tlslift.model.Api;
import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Destination;
import io.github.tlslift.model.FoldedValue;
import io.github.tlslift.model.Guard;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.Phase;
import io.github.tlslift.model.RegistryValue;
import io.github.tlslift.model.Role;
import io.github.tlslift.model.SwitchSetting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects what the sinks find; the same place seen under several {@code #if} choices is one. */
public final class Found {
  private final Folder folder;
  private final Map<String, ApiUse> uses = new TreeMap<>();
  private final Map<Location, SwitchSetting> switches = new LinkedHashMap<>();
  private final Map<String, RegistryValue> registry = new LinkedHashMap<>();
  private final Map<Location, Destination> destinations = new LinkedHashMap<>();

  /** Nothing found yet. */
  public Found(Folder folder) {
    this.folder = folder;
  }

  /** What gives expressions their values. */
  public Folder folder() {
    return folder;
  }

  Value fold(Expr e, Place at) {
    return folder.fold(e, at.scope(), at.code());
  }

  /** The simple name of the type of a variable or property; empty where it is not known. */
  String typeOf(Expr e, Place at) {
    String type = new Types(folder.program()).of(e, at.scope(), at.code());
    return type.isEmpty() ? ProtocolProperties.typeOfProperty(e.lastName()).orElse("") : type;
  }

  /** What {@code property op value} does there. */
  Change change(String op, Expr value, String property, Place at) {
    Value folded = fold(value, at);
    if (at.code().language() == Code.Language.VB
        && folded.possible().contains(new Atom.Nothing())) {
      folded = Folder.operator("|", folded, Value.number(0));
    }
    return op.equals("=")
        ? Assigned.change(value, folded, property, e -> fold(e, at))
        : Change.of(op, folded, property);
  }

  /** The places, each with the moments at which it runs. */
  public List<ApiUse> uses() {
    return Timeline.of(folder.program(), folder, List.copyOf(uses.values()));
  }

  public List<SwitchSetting> switches() {
    return List.copyOf(switches.values());
  }

  public List<RegistryValue> registry() {
    return List.copyOf(registry.values());
  }

  public List<Destination> destinations() {
    return List.copyOf(destinations.values());
  }

  void add(SwitchSetting setting) {
    switches.putIfAbsent(setting.location(), setting);
  }

  void add(RegistryValue value) {
    registry.putIfAbsent(value.location() + " " + value.key() + " " + value.view(), value);
  }

  void add(Destination destination) {
    destinations.putIfAbsent(destination.location(), destination);
  }

  /** A place that gives protocols. */
  void protocols(
      Role role, String member, Optional<Api> api, Change change, Expr e, Location l, Place at) {
    Guard guard = at.condition(e).isPresent() ? Guard.SOMETIMES : Guard.ALWAYS;
    protocols(role, member, api, change, guard, e, l, at);
  }

  /** The same, where it is known what decides whether it runs. */
  void protocols(
      Role role,
      String member,
      Optional<Api> api,
      Change change,
      Guard guard,
      Expr e,
      Location l,
      Place at) {
    boolean several = change.value().possible().size() > 1 && change.value().unknown().isEmpty();
    Optional<String> condition =
        at.condition(e)
            .or(() -> guard.conditions().isEmpty() ? Optional.empty() : written(guard))
            .or(() -> several || isChoice(change, e) ? valueCondition(e, at) : Optional.empty());
    add(
        new ApiUse(
            role,
            member,
            api,
            change.operation(),
            change.value(),
            condition.isPresent(),
            guard,
            condition,
            Container.phase(at),
            Container.name(at),
            l,
            at.text(e),
            List.of()));
  }

  // Of a condition that is not around the place, but before it or in its value.
  private static Optional<String> written(Guard guard) {
    return guard.conditions().stream().map(Guard.Condition::text).reduce((outer, inner) -> inner);
  }

  // A choice one side of which is not known.
  private static boolean isChoice(Change change, Expr e) {
    Expr value = e instanceof Expr.Assign a ? a.value() : e;
    return value instanceof Expr.Choice
        && change.value().unknown().isPresent()
        && !change.value().possible().isEmpty();
  }

  private static Optional<String> valueCondition(Expr e, Place at) {
    Expr value = e instanceof Expr.Assign a ? a.value() : e;
    return value instanceof Expr.Choice c && !c.conditions().isEmpty()
        ? Optional.of(at.text(c.conditions().get(0)))
        : Optional.of("the value depends on what ran before");
  }

  /** A place that uses an API without naming protocols. */
  void use(Role role, String member, Optional<Api> api, Expr e, Location l, Place at) {
    Optional<String> condition = at.condition(e);
    add(
        new ApiUse(
            role,
            member,
            api,
            Operation.USE,
            FoldedValue.unknown("no protocol is named"),
            condition.isPresent(),
            condition,
            Container.phase(at),
            Container.name(at),
            l,
            at.text(e)));
  }

  /** A type of the program's own that is a client by its base. */
  void declared(Clients.Client client, Scope type, Location l, Code code) {
    add(
        new ApiUse(
            Role.CLIENT,
            client.name(),
            Optional.of(client.api()),
            Operation.USE,
            FoldedValue.unknown("no protocol is named"),
            false,
            Optional.empty(),
            Phase.UNKNOWN,
            Container.name(type),
            l,
            code.text().line(l.line())));
  }

  private void add(ApiUse use) {
    String key =
        String.format(
            "%s:%09d %s %s",
            use.location().file(), use.location().offset(), use.role(), use.member());
    uses.merge(key, use, Found::merged);
  }

  // One place read under different #if choices: either value may hold.
  private static ApiUse merged(ApiUse a, ApiUse b) {
    if (a.equals(b) || a.value().equals(b.value())) {
      return a;
    }
    ApiUse longer = a.code().length() >= b.code().length() ? a : b;
    return longer
        .with(a.role(), a.operation(), a.value().or(b.value()))
        .with(
            true,
            a.guard().equals(b.guard()) ? a.guard() : Guard.SOMETIMES,
            a.condition().or(b::condition));
  }
}
