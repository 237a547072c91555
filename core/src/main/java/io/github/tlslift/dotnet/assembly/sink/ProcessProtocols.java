package io.github.tlslift.dotnet.assembly.sink;

import io.github.tlslift.dotnet.assembly.fold.Slot;
import io.github.tlslift.dotnet.assembly.fold.Thing;
import io.github.tlslift.dotnet.assembly.metadata.Member;
import io.github.tlslift.model.Role;
import java.util.Optional;

/** {@code ServicePointManager.SecurityProtocol} given a value, by name or by reflection. */
final class ProcessProtocols implements Sink {
  private static final String MANAGER = "System.Net.ServicePointManager";
  private static final String NAME = "SecurityProtocol";
  private static final String PROPERTY = "ServicePointManager.SecurityProtocol";

  @Override
  public boolean wants(Member member) {
    return switch (member.qualified()) {
      case "System.Net.ServicePointManager.set_SecurityProtocol",
          "System.Reflection.PropertyInfo.SetValue",
          "System.Reflection.FieldInfo.SetValue",
          "System.Reflection.MethodBase.Invoke",
          "System.Type.InvokeMember" ->
          true;
      default -> false;
    };
  }

  @Override
  public void look(Call call, Found found) {
    switch (call.callee().qualified()) {
      case "System.Net.ServicePointManager.set_SecurityProtocol" ->
          note(call.last(found), call, found);
      case "System.Reflection.PropertyInfo.SetValue", "System.Reflection.FieldInfo.SetValue" ->
          reflected(call.argument(1, found), call, found);
      case "System.Reflection.MethodBase.Invoke" ->
          reflected(found.program().element(call.last(found)), call, found);
      default -> invoked(call, found);
    }
  }

  private static void reflected(Slot value, Call call, Found found) {
    boolean ours =
        call.object(found).things(Thing.Property.class).stream()
            .anyMatch(p -> p.type().equals(MANAGER) && isName(p.name()));
    if (ours) {
      note(value, call, found);
    }
  }

  private static boolean isName(String name) {
    return name.equals(NAME) || name.equals("s_SecurityProtocolType");
  }

  // typeof(ServicePointManager).InvokeMember("SecurityProtocol", flags, null, null, args)
  private static void invoked(Call call, Found found) {
    boolean manager = call.object(found).things().contains(new Thing.TypeOf(MANAGER));
    boolean named = call.argument(0, found).value().text().filter(NAME::equals).isPresent();
    if (manager && named) {
      note(found.program().element(call.argument(4, found)), call, found);
    }
  }

  private static void note(Slot value, Call call, Found found) {
    found.protocols(
        Role.PROCESS_PROTOCOLS,
        MANAGER + "." + NAME,
        Optional.empty(),
        found.change(value, PROPERTY),
        call);
  }
}
