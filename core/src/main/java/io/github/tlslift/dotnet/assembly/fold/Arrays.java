package io.github.tlslift.dotnet.assembly.fold;

import io.github.tlslift.dotnet.assembly.image.Image;
import io.github.tlslift.dotnet.assembly.metadata.TableId;
import io.github.tlslift.dotnet.assembly.metadata.Tables;
import io.github.tlslift.io.ByteReader;
import io.github.tlslift.io.MalformedInputException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the arrays that code makes may hold: any element is told as all of them. */
final class Arrays {
  private static final int MOST_BYTES = 1 << 10;

  private final Map<Long, Slot> bySite = new HashMap<>();
  private long changes;

  /** Grows whenever something new is put into an array. */
  long changes() {
    return changes;
  }

  void put(Slot array, Slot element) {
    for (Thing.Array a : array.things(Thing.Array.class)) {
      Slot was = bySite.getOrDefault(a.site(), Slot.none());
      Slot joined = was.or(element);
      if (!joined.equals(was)) {
        bySite.put(a.site(), joined);
        changes++;
      }
    }
  }

  /**
   * Fills an array with numbers of four bytes that lie in the file, as compilers write long lists
   * of members of an enumeration (ECMA-335 II.22.18).
   */
  void initialize(Slot array, Slot handle, Image image) throws MalformedInputException {
    for (Thing.FieldHandle field : handle.things(Thing.FieldHandle.class)) {
      Tables tables = image.metadata().tables();
      int size = size(field.field(), image);
      for (int row = 1; row <= tables.count(TableId.FIELD_RVA) && size % 4 == 0; row++) {
        if (tables.get(TableId.FIELD_RVA, row, 1) == field.field()) {
          long rva = tables.get(TableId.FIELD_RVA, row, 0) & 0xFFFF_FFFFL;
          ByteReader data = image.pe().at(rva, "FieldRVA.RVA").slice(size, "FieldRVA.RVA");
          while (!data.isAtEnd()) {
            put(array, Slot.number(data.i32("FieldRVA.RVA")));
          }
        }
      }
    }
  }

  // The field's type is a structure of that size; one of a plain number has that of the number.
  private static int size(int field, Image image) throws MalformedInputException {
    String holds = image.members().field(TableId.FIELD.token(field)).orElseThrow().holds();
    Tables tables = image.metadata().tables();
    for (int row = 1; row <= tables.count(TableId.CLASS_LAYOUT); row++) {
      int type = TableId.TYPE_DEF.token(tables.get(TableId.CLASS_LAYOUT, row, 2));
      if (image.types().name(type).equals(holds)) {
        return Math.min(MOST_BYTES, tables.get(TableId.CLASS_LAYOUT, row, 1));
      }
    }
    return 0;
  }

  /** An element. */
  Slot get(Slot array) {
    List<Thing.Array> all = array.things(Thing.Array.class);
    Slot joined = Slot.none();
    for (Thing.Array a : all) {
      joined = joined.or(bySite.getOrDefault(a.site(), Slot.none()));
    }
    if (!joined.isNone()) {
      return joined;
    }
    boolean object = !array.things().isEmpty() || !array.open().isEmpty();
    String why = object ? "an item of a list" : array.value().unknown().orElse("an item of a list");
    return Slot.unknown(why).openedBy(List.of(array));
  }
}
