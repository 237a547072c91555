package io.github.tlslift.dotnet.assembly.metadata;

import io.github.tlslift.io.MalformedInputException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Types by name, and which type a method or field belongs to. A nested type is told with a dot, a
 * generic one without the number of its parameters.
 */
public final class Types {
  private static final int DEEPEST = 64;
  private static final int FIELDS = 4;
  private static final int METHODS = 5;

  private final Metadata metadata;
  private final Tables tables;
  private final Map<Integer, String> names = new HashMap<>();
  private final Set<Integer> open = new HashSet<>();
  private int[] enclosing = {};
  private int[] methodOwners = {};
  private int[] fieldOwners = {};

  /** The types of some metadata. */
  public Types(Metadata metadata) {
    this.metadata = metadata;
    this.tables = metadata.tables();
  }

  /** The full name of a {@code TypeDef}, {@code TypeRef} or {@code TypeSpec}; empty of others. */
  public String name(int token) throws MalformedInputException {
    String known = names.get(token);
    if (known != null) {
      return known;
    }
    if (open.size() > DEEPEST || !open.add(token)) {
      throw new MalformedInputException(0, "type name", "types inside themselves");
    }
    try {
      String name = made(token);
      names.put(token, name);
      return name;
    } finally {
      open.remove(token);
    }
  }

  private String made(int token) throws MalformedInputException {
    int row = token & 0xFF_FFFF;
    if (row == 0) {
      return "";
    }
    if (TableId.TYPE_REF.has(token)) {
      int scope = tables.token(TableId.TYPE_REF, row, 0, CodedIndex.RESOLUTION_SCOPE);
      return joined(TableId.TYPE_REF.has(scope) ? name(scope) : "", TableId.TYPE_REF, row);
    }
    if (TableId.TYPE_DEF.has(token)) {
      int outer = enclosing(row);
      String name = outer == 0 ? "" : name(TableId.TYPE_DEF.token(outer));
      return joined(name, TableId.TYPE_DEF, row);
    }
    return TableId.TYPE_SPEC.has(token)
        ? Signature.ofType(metadata.blob(TableId.TYPE_SPEC, row, 0), this)
        : "";
  }

  private String joined(String outer, TableId table, int row) throws MalformedInputException {
    String name = simple(metadata.string(table, row, 1));
    String space = outer.isEmpty() ? metadata.string(table, row, 2) : outer;
    return space.isEmpty() ? name : space + "." + name;
  }

  /** A name without the number of its type parameters. */
  private static String simple(String name) {
    int tick = name.lastIndexOf('`');
    return tick < 0 ? name : name.substring(0, tick);
  }

  /** The row of the type around a nested one; 0 where there is none. */
  public int enclosing(int typeRow) throws MalformedInputException {
    if (enclosing.length == 0) {
      int[] all = new int[tables.count(TableId.TYPE_DEF) + 1];
      for (int i = 1; i <= tables.count(TableId.NESTED_CLASS); i++) {
        int inner = tables.get(TableId.NESTED_CLASS, i, 0);
        if (inner > 0 && inner < all.length) {
          all[inner] = tables.get(TableId.NESTED_CLASS, i, 1);
        }
      }
      enclosing = all;
    }
    return typeRow > 0 && typeRow < enclosing.length ? enclosing[typeRow] : 0;
  }

  /** The token of what a type is derived from; 0 of none. */
  public int base(int typeRow) throws MalformedInputException {
    return tables.token(TableId.TYPE_DEF, typeRow, 3, CodedIndex.TYPE_DEF_OR_REF);
  }

  /** The row of the type that declares a method; 0 where none does. */
  public int ownerOfMethod(int row) throws MalformedInputException {
    if (methodOwners.length == 0) {
      methodOwners = owners(METHODS, TableId.METHOD_DEF, TableId.METHOD_PTR);
    }
    return row > 0 && row < methodOwners.length ? methodOwners[row] : 0;
  }

  /** The row of the type that declares a field; 0 where none does. */
  public int ownerOfField(int row) throws MalformedInputException {
    if (fieldOwners.length == 0) {
      fieldOwners = owners(FIELDS, TableId.FIELD, TableId.FIELD_PTR);
    }
    return row > 0 && row < fieldOwners.length ? fieldOwners[row] : 0;
  }

  // A type's members go from its first to the first of the next type; uncompressed metadata has a
  // table of pointers between (ECMA-335 II.22.37; FieldPtr and MethodPtr are of the CLR's own).
  private int[] owners(int column, TableId members, TableId pointers)
      throws MalformedInputException {
    boolean indirect = tables.count(pointers) > 0;
    int count = tables.count(members);
    int[] owners = new int[count + 1];
    int types = tables.count(TableId.TYPE_DEF);
    int last = (indirect ? tables.count(pointers) : count) + 1;
    for (int type = 1; type <= types; type++) {
      int from = Math.max(1, tables.get(TableId.TYPE_DEF, type, column));
      int next = type == types ? last : tables.get(TableId.TYPE_DEF, type + 1, column);
      int to = Math.min(next, last);
      if (indirect) {
        for (int i = from; i < to; i++) {
          int member = tables.get(pointers, i, 0);
          owners[member > 0 && member <= count ? member : 0] = type;
        }
      } else if (from < to) {
        Arrays.fill(owners, from, to, type);
      }
    }
    owners[0] = 0;
    return owners;
  }
}
