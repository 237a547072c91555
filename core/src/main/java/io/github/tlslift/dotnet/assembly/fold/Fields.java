package io.github.tlslift.dotnet.assembly.fold;

import io.github.tlslift.dotnet.assembly.metadata.CodedIndex;
import io.github.tlslift.dotnet.assembly.metadata.Members;
import io.github.tlslift.dotnet.assembly.metadata.TableId;
import io.github.tlslift.dotnet.assembly.metadata.Tables;
import io.github.tlslift.dotnet.value.Atom;
import io.github.tlslift.dotnet.value.Value;
import io.github.tlslift.io.MalformedInputException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What fields may hold: all that some method of the assembly puts into them. */
final class Fields {
  private static final int LITERAL = 0x40;
  private static final Map<String, Slot> KNOWN =
      Map.of(
          "System.String.Empty", Slot.text(""),
          "Microsoft.Win32.Registry.LocalMachine", Slot.of(new Thing.Key("HKEY_LOCAL_MACHINE")),
          "Microsoft.Win32.Registry.CurrentUser", Slot.of(new Thing.Key("HKEY_CURRENT_USER")));

  private final Program program;
  private final Map<Integer, Slot> values = new HashMap<>();
  private final Set<Integer> asked = new HashSet<>();

  Fields(Program program) {
    this.program = program;
  }

  /** What a field of another assembly gives. */
  Slot foreign(int token) throws MalformedInputException {
    Optional<Members.Field> field = program.image().members().field(token);
    if (field.isEmpty()) {
      return Slot.unknown("a field");
    }
    String name = field.get().type() + "." + field.get().name();
    Slot known = KNOWN.get(name);
    return known != null ? known : Slot.unknown("the value of " + name);
  }

  /** The row of a field of this assembly; 0 of another. */
  int definition(int token) throws MalformedInputException {
    return program.image().members().field(token).map(Members.Field::definition).orElse(0);
  }

  /** What a field of this assembly may hold. */
  Slot value(int row) {
    Slot known = values.get(row);
    if (known != null) {
      return known;
    }
    if (row == 0 || !asked.add(row)) {
      return Slot.unknown("a value that depends on itself");
    }
    Slot value = found(row);
    asked.remove(row);
    values.put(row, value);
    return value;
  }

  private Slot found(int row) {
    try {
      Tables tables = program.image().metadata().tables();
      if ((tables.get(TableId.FIELD, row, 0) & LITERAL) != 0) {
        return literal(row);
      }
      Slot all = Slot.none();
      for (int method : program.uses().writersOf(row)) {
        all = all.or(program.stored(method, row));
      }
      return new FirstWrites(program).cover(row) ? all : all.or(zero(row));
    } catch (MalformedInputException e) {
      return Slot.unknown(String.valueOf(e.getMessage()));
    }
  }

  private Slot zero(int row) throws MalformedInputException {
    String holds = program.image().members().field(TableId.FIELD.token(row)).orElseThrow().holds();
    boolean object = List.of("System.String", "System.Object", "System.Nullable").contains(holds);
    return object ? Slot.of(Value.of(new Atom.Nothing())) : Slot.number(0);
  }

  // ECMA-335 II.22.9; the element types of II.23.1.16.
  private Slot literal(int row) throws MalformedInputException {
    Tables tables = program.image().metadata().tables();
    for (int i = 1; i <= tables.count(TableId.CONSTANT); i++) {
      int parent = tables.token(TableId.CONSTANT, i, 1, CodedIndex.HAS_CONSTANT);
      if (parent == TableId.FIELD.token(row)) {
        var blob = program.image().metadata().blob(TableId.CONSTANT, i, 2);
        return switch (tables.get(TableId.CONSTANT, i, 0) & 0xFF) {
          case 0x02, 0x04, 0x05 -> Slot.number(blob.u8("Constant.Value"));
          case 0x03, 0x06, 0x07 -> Slot.number(blob.u16("Constant.Value"));
          case 0x08, 0x09 -> Slot.number(blob.i32("Constant.Value"));
          case 0x0A, 0x0B -> Slot.number(blob.i64("Constant.Value"));
          case 0x0E -> Slot.text(blob.utf16(blob.remaining() & ~1, "Constant.Value"));
          default -> Slot.unknown("a constant");
        };
      }
    }
    return Slot.unknown("a constant without a value");
  }
}
