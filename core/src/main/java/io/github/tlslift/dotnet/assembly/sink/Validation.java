package io.github.tlslift.dotnet.assembly.sink;

import io.github.tlslift.dotnet.assembly.fold.Program;
import io.github.tlslift.dotnet.assembly.fold.Slot;
import io.github.tlslift.dotnet.assembly.fold.Thing;
import io.github.tlslift.dotnet.assembly.image.Image;
import io.github.tlslift.dotnet.assembly.metadata.Member;
import io.github.tlslift.dotnet.assembly.metadata.TableId;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Callbacks and policies that accept any server certificate. */
final class Validation implements Sink {
  private static final String STREAM = "System.Net.Security.SslStream";
  private static final Set<String> CALLBACKS =
      Set.of(
          "set_ServerCertificateValidationCallback",
          "set_ServerCertificateCustomValidationCallback",
          "set_RemoteCertificateValidationCallback");
  private static final String POLICY = "set_CertificatePolicy";
  private static final String ANYTHING = "get_DangerousAcceptAnyServerCertificateValidator";

  @Override
  public boolean wants(Member member) {
    return CALLBACKS.contains(member.name())
        || member.name().equals(POLICY)
        || member.name().equals(ANYTHING)
        || member.type().equals(STREAM) && member.isConstructor();
  }

  @Override
  public void look(Call call, Found found) {
    String name = call.callee().name();
    if (name.equals(ANYTHING)) {
      note("ServerCertificateCustomValidationCallback", call, found);
    } else if (name.equals(POLICY)) {
      if (policyAccepts(call.last(found), found.program())) {
        note(call.property(), call, found);
      }
    } else if (CALLBACKS.contains(name)) {
      if (accepts(call.last(found), found.program())) {
        note(call.property(), call, found);
      }
    } else if (call.arguments().stream()
        .anyMatch(a -> accepts(found.matters(a), found.program()))) {
      note(STREAM, call, found);
    }
  }

  private static void note(String member, Call call, Found found) {
    found.use(Role.VALIDATION_OFF, member, Optional.empty(), call);
  }

  private static boolean accepts(Slot callback, Program program) {
    List<Thing.Delegate> all = callback.things(Thing.Delegate.class);
    return !all.isEmpty() && all.stream().allMatch(d -> isAlwaysTrue(d.definition(), program));
  }

  private static boolean isAlwaysTrue(int method, Program program) {
    try {
      if (method == 0 || program.image().body(method).isEmpty()) {
        return false;
      }
      int takes =
          program.image().members().method(TableId.METHOD_DEF.token(method)).signature().takes();
      Slot anything = Slot.unknown("what the callback is given");
      return program
          .result(method, Collections.nCopies(takes, anything))
          .value()
          .number()
          .filter(n -> n == 1)
          .isPresent();
    } catch (MalformedInputException unread) {
      return false;
    }
  }

  // An ICertificatePolicy whose CheckValidationResult gives true.
  private static boolean policyAccepts(Slot policy, Program program) {
    return policy.things(Thing.Made.class).stream()
        .anyMatch(
            m ->
                policies(m.type(), program.image()).stream()
                    .anyMatch(p -> isAlwaysTrue(p, program)));
  }

  private static List<Integer> policies(String type, Image image) {
    List<Integer> found = new ArrayList<>();
    try {
      for (int row = 1; row <= image.methods(); row++) {
        if (image.metadata().string(TableId.METHOD_DEF, row, 3).endsWith("CheckValidationResult")
            && image.members().method(TableId.METHOD_DEF.token(row)).type().equals(type)) {
          found.add(row);
        }
      }
    } catch (MalformedInputException unread) {
      return List.of();
    }
    return found;
  }
}
