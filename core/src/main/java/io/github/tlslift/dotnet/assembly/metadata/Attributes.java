package io.github.tlslift.dotnet.assembly.metadata;

import io.github.tlslift.io.ByteReader;
import io.github.tlslift.io.MalformedInputException;
import java.util.Optional;

/** Custom attributes (ECMA-335 II.22.10, II.23.3). */
public final class Attributes {
  private static final int PROLOG = 1;
  private static final int NO_STRING = 0xFF;
  private static final int ASSEMBLY = TableId.ASSEMBLY.token(1);

  private final Metadata metadata;
  private final Members members;

  /** The attributes of some metadata. */
  public Attributes(Metadata metadata, Members members) {
    this.metadata = metadata;
    this.members = members;
  }

  /** The value of an attribute of the assembly; empty where it has none of this type. */
  public Optional<ByteReader> ofAssembly(String type) throws MalformedInputException {
    return of(ASSEMBLY, type);
  }

  /** The value of an attribute of a token. */
  public Optional<ByteReader> of(int token, String type) throws MalformedInputException {
    Tables tables = metadata.tables();
    for (int row = 1; row <= tables.count(TableId.CUSTOM_ATTRIBUTE); row++) {
      int parent = tables.token(TableId.CUSTOM_ATTRIBUTE, row, 0, CodedIndex.HAS_CUSTOM_ATTRIBUTE);
      if (parent == token && isOf(row, type)) {
        return Optional.of(metadata.blob(TableId.CUSTOM_ATTRIBUTE, row, 2));
      }
    }
    return Optional.empty();
  }

  private boolean isOf(int row, String type) throws MalformedInputException {
    int constructor =
        metadata.tables().token(TableId.CUSTOM_ATTRIBUTE, row, 1, CodedIndex.CUSTOM_ATTRIBUTE_TYPE);
    return members.method(constructor).type().equals(type);
  }

  /** The text that is the first argument of an attribute. */
  public static Optional<String> text(ByteReader value) throws MalformedInputException {
    if (value.u16("CustomAttribute.Prolog") != PROLOG) {
      throw new MalformedInputException(
          value.position() - 2, "CustomAttribute.Prolog", "it is not 1");
    }
    return string(value);
  }

  private static Optional<String> string(ByteReader value) throws MalformedInputException {
    ByteReader ahead = value.slice(value.remaining(), "CustomAttribute.FixedArg");
    if (ahead.remaining() > 0 && ahead.u8At(ahead.position()) == NO_STRING) {
      return Optional.empty();
    }
    int length = Compressed.unsigned(ahead, "CustomAttribute.SerString");
    return Optional.of(ahead.utf8(length, "CustomAttribute.SerString"));
  }
}
