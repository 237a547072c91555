package io.github.tlslift.dotnet.assembly.metadata;

import io.github.tlslift.io.MalformedInputException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Methods and fields by the tokens that instructions name. */
public final class Members {
  private static final int FIELD_SIG = 0x06;

  private final Metadata metadata;
  private final Tables tables;
  private final Types types;
  private final Map<Integer, Member> methods = new HashMap<>();
  private final Map<String, Integer> definitions = new HashMap<>();

  /** The members of some metadata. */
  public Members(Metadata metadata, Types types) {
    this.metadata = metadata;
    this.tables = metadata.tables();
    this.types = types;
  }

  /** The method of a {@code MethodDef}, {@code MemberRef} or {@code MethodSpec} token. */
  public Member method(int token) throws MalformedInputException {
    Member known = methods.get(token);
    if (known == null) {
      known = made(token);
      methods.put(token, known);
    }
    return known;
  }

  private Member made(int token) throws MalformedInputException {
    int row = token & 0xFF_FFFF;
    if (TableId.METHOD_DEF.has(token)) {
      return definition(row);
    }
    if (TableId.MEMBER_REF.has(token)) {
      return reference(row);
    }
    if (TableId.METHOD_SPEC.has(token)) {
      int of = tables.token(TableId.METHOD_SPEC, row, 0, CodedIndex.METHOD_DEF_OR_REF);
      if (!TableId.METHOD_SPEC.has(of)) {
        return method(of);
      }
    }
    throw new MalformedInputException(0, "method token", hex(token) + " is of no method");
  }

  private Member definition(int row) throws MalformedInputException {
    String type = types.name(TableId.TYPE_DEF.token(types.ownerOfMethod(row)));
    Signature signature = Signature.ofMethod(metadata.blob(TableId.METHOD_DEF, row, 4), types);
    return new Member(type, metadata.string(TableId.METHOD_DEF, row, 3), signature, row);
  }

  private Member reference(int row) throws MalformedInputException {
    int parent = tables.token(TableId.MEMBER_REF, row, 0, CodedIndex.MEMBER_REF_PARENT);
    String name = metadata.string(TableId.MEMBER_REF, row, 1);
    if (TableId.METHOD_DEF.has(parent)) {
      return method(parent);
    }
    String type = types.name(parent);
    Signature signature = Signature.ofMethod(metadata.blob(TableId.MEMBER_REF, row, 2), types);
    boolean foreign = TableId.TYPE_REF.has(parent);
    return new Member(type, name, signature, foreign ? 0 : own(type, name, signature));
  }

  // A member of a generic type of this assembly is named by a reference, too.
  private int own(String type, String name, Signature signature) throws MalformedInputException {
    if (definitions.isEmpty()) {
      for (int row = 1; row <= tables.count(TableId.METHOD_DEF); row++) {
        Signature of = Signature.ofMethod(metadata.blob(TableId.METHOD_DEF, row, 4), types);
        String owner = types.name(TableId.TYPE_DEF.token(types.ownerOfMethod(row)));
        String called = metadata.string(TableId.METHOD_DEF, row, 3);
        definitions.putIfAbsent(key(owner, called, of.parameters().size()), row);
      }
      definitions.put("", 0);
    }
    return definitions.getOrDefault(key(type, name, signature.parameters().size()), 0);
  }

  private static String key(String type, String name, int parameters) {
    return type + "." + name + "/" + parameters;
  }

  /** A field: its type's name, its own, and what it holds. */
  public record Field(String type, String name, String holds, int definition) {}

  /** The field of a {@code Field} or {@code MemberRef} token; empty of other members. */
  public Optional<Field> field(int token) throws MalformedInputException {
    int row = token & 0xFF_FFFF;
    if (TableId.FIELD.has(token)) {
      String type = types.name(TableId.TYPE_DEF.token(types.ownerOfField(row)));
      String holds = Signature.ofField(metadata.blob(TableId.FIELD, row, 2), types);
      return Optional.of(new Field(type, metadata.string(TableId.FIELD, row, 1), holds, row));
    }
    if (!TableId.MEMBER_REF.has(token) || !isField(row)) {
      return Optional.empty();
    }
    String type =
        types.name(tables.token(TableId.MEMBER_REF, row, 0, CodedIndex.MEMBER_REF_PARENT));
    String holds = Signature.ofField(metadata.blob(TableId.MEMBER_REF, row, 2), types);
    String name = metadata.string(TableId.MEMBER_REF, row, 1);
    boolean foreign =
        TableId.TYPE_REF.has(
            tables.token(TableId.MEMBER_REF, row, 0, CodedIndex.MEMBER_REF_PARENT));
    return Optional.of(new Field(type, name, holds, foreign ? 0 : ownField(type, name)));
  }

  private boolean isField(int memberRef) throws MalformedInputException {
    return (metadata.blob(TableId.MEMBER_REF, memberRef, 2).u8("MemberRef.Signature") & 0xF)
        == FIELD_SIG;
  }

  private int ownField(String type, String name) throws MalformedInputException {
    for (int row = 1; row <= tables.count(TableId.FIELD); row++) {
      if (metadata.string(TableId.FIELD, row, 1).equals(name)
          && types.name(TableId.TYPE_DEF.token(types.ownerOfField(row))).equals(type)) {
        return row;
      }
    }
    return 0;
  }

  private static String hex(int token) {
    return "0x" + Integer.toHexString(token);
  }
}
