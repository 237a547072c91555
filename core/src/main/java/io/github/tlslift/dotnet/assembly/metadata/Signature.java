package io.github.tlslift.dotnet.assembly.metadata;

import io.github.tlslift.io.ByteReader;
import io.github.tlslift.io.MalformedInputException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a method takes and gives (ECMA-335 II.23.2.1 to II.23.2.3). A type is told by its name,
 * {@code []} for an array of it, {@code &} for a reference to it.
 *
 * @param hasThis whether it is called on an object
 */
public record Signature(boolean hasThis, List<String> parameters, String result) {
  private static final int HAS_THIS = 0x20;
  private static final int EXPLICIT_THIS = 0x40;
  private static final int GENERIC = 0x10;
  private static final int FIELD = 0x06;
  private static final int MOST = 0xFFFF;

  /** Copies the parameters. */
  public Signature {
    parameters = List.copyOf(parameters);
  }

  /** Whether it gives something. */
  public boolean gives() {
    return !result.equals("System.Void");
  }

  /** How many values a call takes from the stack. */
  public int takes() {
    return parameters.size() + (hasThis ? 1 : 0);
  }

  /** The signature of a method in a blob. */
  static Signature ofMethod(ByteReader blob, Types types) throws MalformedInputException {
    return ofMethod(blob, new TypeNames(blob, types), 0);
  }

  /** The same inside the signature of another. */
  static Signature ofMethod(ByteReader blob, TypeNames names, int depth)
      throws MalformedInputException {
    int convention = blob.u8("Signature.CallingConvention");
    if ((convention & GENERIC) != 0) {
      Compressed.unsigned(blob, "Signature.GenParamCount");
    }
    int count = Compressed.unsigned(blob, "Signature.ParamCount");
    if (count > MOST) {
      throw new MalformedInputException(
          blob.position(), "Signature.ParamCount", count + " parameters are too many");
    }
    String result = names.next(depth);
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parameters.add(names.next(depth));
    }
    boolean hasThis = (convention & HAS_THIS) != 0 && (convention & EXPLICIT_THIS) == 0;
    return new Signature(hasThis, parameters, result);
  }

  /** The type of a field in a blob. */
  static String ofField(ByteReader blob, Types types) throws MalformedInputException {
    int convention = blob.u8("FieldSig");
    if ((convention & 0xF) != FIELD) {
      throw new MalformedInputException(blob.position() - 1, "FieldSig", "it is of no field");
    }
    return new TypeNames(blob, types).next(0);
  }

  /** The type in a blob of a {@code TypeSpec}. */
  static String ofType(ByteReader blob, Types types) throws MalformedInputException {
    return new TypeNames(blob, types).next(0);
  }
}
