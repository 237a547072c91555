package io.github.tlslift.dotnet.assembly.metadata;

import java.util.List;

/** An index into one of several tables; the lowest bits say which (ECMA-335 II.24.2.6). */
public enum CodedIndex implements Column {
  TYPE_DEF_OR_REF(2, 0x02, 0x01, 0x1B),
  HAS_CONSTANT(2, 0x04, 0x08, 0x17),
  HAS_CUSTOM_ATTRIBUTE(
      5, 0x06, 0x04, 0x01, 0x02, 0x08, 0x09, 0x0A, 0x00, 0x0E, 0x17, 0x14, 0x11, 0x1A, 0x1B, 0x20,
      0x23, 0x26, 0x27, 0x28, 0x2A, 0x2C, 0x2B),
  HAS_FIELD_MARSHAL(1, 0x04, 0x08),
  HAS_DECL_SECURITY(2, 0x02, 0x06, 0x20),
  MEMBER_REF_PARENT(3, 0x02, 0x01, 0x1A, 0x06, 0x1B),
  HAS_SEMANTICS(1, 0x14, 0x17),
  METHOD_DEF_OR_REF(1, 0x06, 0x0A),
  MEMBER_FORWARDED(1, 0x04, 0x06),
  IMPLEMENTATION(2, 0x26, 0x23, 0x27),
  // The tags 0, 1 and 4 are not used.
  CUSTOM_ATTRIBUTE_TYPE(3, -1, -1, 0x06, 0x0A, -1),
  RESOLUTION_SCOPE(2, 0x00, 0x1A, 0x23, 0x01),
  TYPE_OR_METHOD_DEF(1, 0x02, 0x06),
  // Portable PDB format, section "CustomDebugInformation Table".
  HAS_CUSTOM_DEBUG_INFORMATION(
      5, 0x06, 0x04, 0x01, 0x02, 0x08, 0x09, 0x0A, 0x00, 0x0E, 0x17, 0x14, 0x11, 0x1A, 0x1B, 0x20,
      0x23, 0x26, 0x27, 0x28, 0x2A, 0x2C, 0x2B, 0x30, 0x32, 0x33, 0x34, 0x35);

  private final int tagBits;
  private final List<Integer> tables;

  CodedIndex(int tagBits, Integer... tables) {
    this.tagBits = tagBits;
    this.tables = List.of(tables);
  }

  @Override
  public boolean isWide(Sizes sizes) {
    return tables.stream().anyMatch(t -> t >= 0 && sizes.rows(t) >= 1 << (16 - tagBits));
  }

  /** The token that a value stands for; 0 where the tag is of no table. */
  public int token(int value) {
    int tag = value & ((1 << tagBits) - 1);
    int table = tag < tables.size() ? tables.get(tag) : -1;
    return table < 0 ? 0 : table << 24 | value >>> tagBits;
  }
}
