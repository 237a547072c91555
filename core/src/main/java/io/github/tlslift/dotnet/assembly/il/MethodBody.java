package io.github.tlslift.dotnet.assembly.il;

import io.github.tlslift.io.ByteReader;
import io.github.tlslift.io.MalformedInputException;
import java.util.ArrayList;
import java.util.List;

/**
 * The code of a method and what guards parts of it (ECMA-335 II.25.4).
 *
 * @param code the bytes of the instructions
 * @param localsToken of the signature of its locals; 0 where it has none
 */
public record MethodBody(ByteReader code, int localsToken, List<Clause> clauses) {
  private static final int FORMAT = 0x3;
  private static final int FAT = 0x3;
  private static final int TINY = 0x2;
  private static final int MORE_SECTIONS = 0x8;
  private static final int EXCEPTIONS = 0x1;
  private static final int FAT_SECTION = 0x40;
  private static final int NEXT_SECTION = 0x80;
  private static final int MOST_SECTIONS = 64;

  /** Copies the clauses. */
  public MethodBody {
    clauses = List.copyOf(clauses);
  }

  /**
   * A handler of exceptions.
   *
   * @param kind 0 catch, 1 filter, 2 finally, 4 fault
   * @param filter where the filter begins, or the token of what is caught
   */
  public record Clause(int kind, int tryStart, int tryEnd, int start, int end, int filter) {
    /** Whether it runs only when something failed. */
    public boolean isExceptional() {
      return kind != 2;
    }

    /** Whether it filters what it handles by code. */
    public boolean hasFilter() {
      return kind == 1;
    }
  }

  /** Reads the body that begins there. */
  public static MethodBody read(ByteReader in) throws MalformedInputException {
    ByteReader start = in.from(0, "MethodBody");
    int first = in.u8("MethodBody.Flags");
    if ((first & FORMAT) == TINY) {
      return new MethodBody(in.slice(first >> 2, "MethodBody.Code"), 0, List.of());
    }
    if ((first & FORMAT) != FAT) {
      throw new MalformedInputException(
          in.position() - 1, "MethodBody.Flags", "neither a tiny nor a fat header");
    }
    int size = (in.u8("MethodBody.Size") >> 4) * 4;
    in.skip(2, "MethodBody.MaxStack");
    long length = in.u32("MethodBody.CodeSize");
    int locals = in.i32("MethodBody.LocalVarSigTok");
    ByteReader body = start.skip(Math.max(size, 12), "MethodBody");
    ByteReader code = body.slice(length, "MethodBody.Code");
    boolean more = (first & MORE_SECTIONS) != 0;
    return new MethodBody(code, locals, more ? sections(body) : List.of());
  }

  // Sections begin at a multiple of four in memory, which a file keeps.
  private static List<Clause> sections(ByteReader in) throws MalformedInputException {
    List<Clause> clauses = new ArrayList<>();
    int kind = NEXT_SECTION;
    for (int i = 0; i < MOST_SECTIONS && (kind & NEXT_SECTION) != 0; i++) {
      in.skip(-in.position() & 3, "MethodBody.Section");
      kind = in.u8("MethodBody.Section.Kind");
      boolean fat = (kind & FAT_SECTION) != 0;
      int size = in.u8("MethodBody.Section.DataSize");
      size |= in.u16("MethodBody.Section.DataSize") << 8;
      size = fat ? size : size & 0xFF;
      ByteReader section = in.slice(Math.max(0, size - 4), "MethodBody.Section");
      if ((kind & 0x3F) == EXCEPTIONS) {
        clauses(section, fat, clauses);
      }
    }
    return clauses;
  }

  private static void clauses(ByteReader in, boolean fat, List<Clause> into)
      throws MalformedInputException {
    while (in.remaining() >= (fat ? 24 : 12)) {
      int kind = fat ? in.i32("Clause.Flags") : in.u16("Clause.Flags");
      int tryStart = fat ? in.i32("Clause.TryOffset") : in.u16("Clause.TryOffset");
      int tryEnd = tryStart + (fat ? in.i32("Clause.TryLength") : in.u8("Clause.TryLength"));
      int start = fat ? in.i32("Clause.HandlerOffset") : in.u16("Clause.HandlerOffset");
      int end = start + (fat ? in.i32("Clause.HandlerLength") : in.u8("Clause.HandlerLength"));
      into.add(new Clause(kind, tryStart, tryEnd, start, end, in.i32("Clause.ClassToken")));
    }
  }
}
