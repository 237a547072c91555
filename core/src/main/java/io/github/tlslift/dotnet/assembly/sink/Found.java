package io.github.tlslift.dotnet.assembly.sink;

import io.github.tlslift.dotnet.assembly.fold.Observer;
import io.github.tlslift.dotnet.assembly.fold.Origin;
import io.github.tlslift.dotnet.assembly.fold.Program;
import io.github.tlslift.dotnet.assembly.fold.Slot;
import io.github.tlslift.dotnet.value.Change;
import io.github.tlslift.model.Api;
import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Destination;
import io.github.tlslift.model.FoldedValue;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.Phase;
import io.github.tlslift.model.RegistryValue;
import io.github.tlslift.model.Role;
import io.github.tlslift.model.SwitchSetting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Collects what the sinks find. */
public final class Found {
  private final Program program;
  private final Places places;
  private final TreeMap<String, ApiUse> uses = new TreeMap<>();
  private final Set<SwitchSetting> switches = new LinkedHashSet<>();
  private final Set<RegistryValue> registry = new LinkedHashSet<>();
  private final TreeMap<Location, Destination> destinations = new TreeMap<>();
  private final Set<Origin> asked = new LinkedHashSet<>();

  /** Nothing found yet. */
  public Found(Program program, Places places) {
    this.program = program;
    this.places = places;
  }

  /** Nothing found yet, about the same program. */
  Found again() {
    return new Found(program, places);
  }

  /** Takes over what another one found. */
  void take(Found other) {
    uses.putAll(other.uses);
    switches.addAll(other.switches);
    registry.addAll(other.registry);
    other.destinations.values().forEach(this::add);
  }

  /** Remembers that it matters what a value is. */
  Slot matters(Slot slot) {
    asked.addAll(slot.open());
    return slot;
  }

  /** What was not followed of the values that matter. */
  Set<Origin> asked() {
    return asked;
  }

  Program program() {
    return program;
  }

  /** The places, in the order of the file. */
  public List<ApiUse> uses() {
    return List.copyOf(uses.values());
  }

  public List<SwitchSetting> switches() {
    return List.copyOf(switches);
  }

  public List<RegistryValue> registry() {
    return List.copyOf(registry);
  }

  public List<Destination> destinations() {
    return new ArrayList<>(destinations.values());
  }

  Location location(Observer.Site site) {
    return places.location(site);
  }

  void add(SwitchSetting setting) {
    switches.add(setting);
  }

  void add(RegistryValue value) {
    registry.add(value);
  }

  void add(Destination destination) {
    destinations.putIfAbsent(destination.location(), destination);
  }

  /** What giving a value to a property does to it. */
  Change change(Slot slot, String property) {
    Slot value = matters(slot);
    boolean partly =
        value.value().unknown().isPresent()
            && value.part().filter(p -> p.property().equals(property)).isPresent();
    return partly
        ? Change.ofPart(value.part().get().op(), value.part().get().value())
        : Change.of("=", value.value(), property);
  }

  /** A place that gives protocols. */
  void protocols(Role role, String member, Optional<Api> api, Change change, Sink.Call call) {
    boolean several = change.value().possible().size() > 1 && change.value().unknown().isEmpty();
    Optional<String> condition =
        places
            .condition(call.site())
            .or(
                () ->
                    several
                        ? Optional.of("the value depends on what ran before")
                        : Optional.empty());
    add(role, member, api, change, condition, call);
  }

  /** A place that uses an API without naming protocols. */
  void use(Role role, String member, Optional<Api> api, Sink.Call call) {
    Change none = new Change(Operation.USE, FoldedValue.unknown("no protocol is named"));
    add(role, member, api, none, places.condition(call.site()), call);
  }

  private void add(
      Role role,
      String member,
      Optional<Api> api,
      Change change,
      Optional<String> condition,
      Sink.Call call) {
    add(
        new ApiUse(
            role,
            member,
            api,
            change.operation(),
            change.value(),
            condition.isPresent(),
            condition,
            places.phase(call.site().method()),
            places.container(call.site().method()),
            places.location(call.site()),
            places.text(call)));
  }

  /** A type of the program's own that is a client by its base. */
  void declared(String member, Api api, String type, Location location) {
    add(
        new ApiUse(
            Role.CLIENT,
            member,
            Optional.of(api),
            Operation.USE,
            FoldedValue.unknown("no protocol is named"),
            false,
            Optional.empty(),
            Phase.UNKNOWN,
            type,
            location,
            "class " + type + " : " + member));
  }

  private void add(ApiUse use) {
    String key = String.format("%09d %s %s", use.location().offset(), use.role(), use.member());
    uses.putIfAbsent(key, use);
  }
}
