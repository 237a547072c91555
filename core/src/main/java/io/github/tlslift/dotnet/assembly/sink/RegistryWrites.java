package io.github.tlslift.dotnet.assembly.sink;

import io.github.tlslift.dotnet.api.RegistryNames;
import io.github.tlslift.dotnet.assembly.fold.Slot;
import io.github.tlslift.dotnet.assembly.fold.Thing;
import io.github.tlslift.dotnet.assembly.metadata.Member;
import io.github.tlslift.dotnet.value.Atom;
import io.github.tlslift.dotnet.value.Value;
import java.util.List;
import java.util.Optional;

/** Registry values that touch TLS, written by code. */
final class RegistryWrites implements Sink {
  // RegistryValueKind
  private static final int STRING = 1;
  private static final int DWORD = 4;
  private static final int QWORD = 11;

  @Override
  public boolean wants(Member member) {
    return member.name().equals("SetValue")
        && (member.type().equals("Microsoft.Win32.Registry")
            || member.type().equals("Microsoft.Win32.RegistryKey"));
  }

  @Override
  public void look(Call call, Found found) {
    boolean direct = call.callee().type().equals("Microsoft.Win32.Registry");
    int first = direct ? 1 : 0;
    for (String key : keys(call, direct, found)) {
      for (String name : texts(call.argument(first, found))) {
        note(
            key,
            name,
            call.argument(first + 1, found).value(),
            kind(call, first + 2, found),
            call,
            found);
      }
    }
  }

  private static List<String> keys(Call call, boolean direct, Found found) {
    return direct
        ? texts(call.argument(0, found))
        : call.object(found).things(Thing.Key.class).stream().map(Thing.Key::path).toList();
  }

  // All that it may be: a loop over keys writes them all.
  private static List<String> texts(Slot slot) {
    return slot.value().possible().stream()
        .filter(Atom.Text.class::isInstance)
        .map(t -> ((Atom.Text) t).text())
        .toList();
  }

  private static Optional<Integer> kind(Call call, int index, Found found) {
    return index < call.callee().signature().parameters().size()
        ? call.argument(index, found).value().number()
        : Optional.empty();
  }

  private static void note(
      String key, String name, Value value, Optional<Integer> kind, Call call, Found found) {
    String type = type(kind.orElse(0), value);
    Optional<Long> number =
        type.equals("REG_SZ") ? Optional.empty() : value.number().map(Integer::longValue);
    String text =
        value.text().or(() -> value.number().map(n -> Integer.toString(n))).orElse("not known");
    RegistryNames.written(key, name, type, text, number, found.location(call.site()))
        .ifPresent(found::add);
  }

  private static String type(int kind, Value value) {
    return switch (kind) {
      case STRING -> "REG_SZ";
      case DWORD -> "REG_DWORD";
      case QWORD -> "REG_QWORD";
      default -> value.text().isPresent() ? "REG_SZ" : "REG_DWORD";
    };
  }
}
