package io.github.tlslift.dotnet.assembly.metadata;

import io.github.tlslift.io.ByteReader;
import io.github.tlslift.io.MalformedInputException;
import java.util.Map;

/** Reads types of a signature as names (ECMA-335 II.23.2.12). */
final class TypeNames {
  private static final int DEEPEST = 100;
  private static final int POINTER = 0x0F;
  private static final int REFERENCE = 0x10;
  private static final int VALUE_TYPE = 0x11;
  private static final int CLASS = 0x12;
  private static final int TYPE_VARIABLE = 0x13;
  private static final int ARRAY = 0x14;
  private static final int GENERIC_INSTANCE = 0x15;
  private static final int FUNCTION = 0x1B;
  private static final int VECTOR = 0x1D;
  private static final int METHOD_VARIABLE = 0x1E;
  private static final int REQUIRED = 0x1F;
  private static final int OPTIONAL = 0x20;
  private static final int SENTINEL = 0x41;
  private static final int PINNED = 0x45;
  private static final Map<Integer, String> PLAIN =
      Map.ofEntries(
          Map.entry(0x01, "System.Void"),
          Map.entry(0x02, "System.Boolean"),
          Map.entry(0x03, "System.Char"),
          Map.entry(0x04, "System.SByte"),
          Map.entry(0x05, "System.Byte"),
          Map.entry(0x06, "System.Int16"),
          Map.entry(0x07, "System.UInt16"),
          Map.entry(0x08, "System.Int32"),
          Map.entry(0x09, "System.UInt32"),
          Map.entry(0x0A, "System.Int64"),
          Map.entry(0x0B, "System.UInt64"),
          Map.entry(0x0C, "System.Single"),
          Map.entry(0x0D, "System.Double"),
          Map.entry(0x0E, "System.String"),
          Map.entry(0x16, "System.TypedReference"),
          Map.entry(0x18, "System.IntPtr"),
          Map.entry(0x19, "System.UIntPtr"),
          Map.entry(0x1C, "System.Object"));

  private final ByteReader blob;
  private final Types types;

  TypeNames(ByteReader blob, Types types) {
    this.blob = blob;
    this.types = types;
  }

  String next(int depth) throws MalformedInputException {
    return type(depth);
  }

  private String type(int depth) throws MalformedInputException {
    if (depth > DEEPEST) {
      throw new MalformedInputException(blob.position(), "Signature", "types nested too deeply");
    }
    int element = blob.u8("Signature.Type");
    String plain = PLAIN.get(element);
    return plain != null ? plain : composed(element, depth + 1);
  }

  private String composed(int element, int depth) throws MalformedInputException {
    return switch (element) {
      case POINTER -> type(depth) + "*";
      case REFERENCE -> type(depth) + "&";
      case VECTOR -> type(depth) + "[]";
      case CLASS, VALUE_TYPE -> types.name(token());
      case TYPE_VARIABLE -> "!" + number();
      case METHOD_VARIABLE -> "!!" + number();
      case SENTINEL, PINNED -> type(depth);
      case REQUIRED, OPTIONAL -> modified(depth);
      case ARRAY -> array(depth);
      case GENERIC_INSTANCE -> instance(depth);
      case FUNCTION -> function(depth);
      default ->
          throw new MalformedInputException(
              blob.position() - 1,
              "Signature.Type",
              "0x" + Integer.toHexString(element) + " is no type");
    };
  }

  private int number() throws MalformedInputException {
    return Compressed.unsigned(blob, "Signature");
  }

  private int token() throws MalformedInputException {
    return CodedIndex.TYPE_DEF_OR_REF.token(number());
  }

  private String modified(int depth) throws MalformedInputException {
    token();
    return type(depth);
  }

  private String array(int depth) throws MalformedInputException {
    String of = type(depth);
    number();
    numbers();
    numbers();
    return of + "[,]";
  }

  private void numbers() throws MalformedInputException {
    int count = number();
    for (int i = 0; i < count; i++) {
      number();
    }
  }

  // The name of the type alone: what it is made of decides nothing here.
  private String instance(int depth) throws MalformedInputException {
    String of = type(depth);
    int count = number();
    for (int i = 0; i < count; i++) {
      type(depth);
    }
    return of;
  }

  private String function(int depth) throws MalformedInputException {
    Signature.ofMethod(blob, this, depth);
    return "System.IntPtr";
  }
}
