package io.github.tlslift.dotnet.assembly.metadata;

import static io.github.tlslift.dotnet.assembly.metadata.CodedIndex.*;
import static io.github.tlslift.dotnet.assembly.metadata.Column.BLOB;
import static io.github.tlslift.dotnet.assembly.metadata.Column.GUID;
import static io.github.tlslift.dotnet.assembly.metadata.Column.STRING;
import static io.github.tlslift.dotnet.assembly.metadata.Column.U2;
import static io.github.tlslift.dotnet.assembly.metadata.Column.U4;
import static io.github.tlslift.dotnet.assembly.metadata.Column.row;

import java.util.List;

/**
 * The tables of metadata with the columns of a row, in order (ECMA-335 II.22; from 0x30 on the
 * portable PDB format).
 */
public enum TableId {
  MODULE(0x00, U2, STRING, GUID, GUID, GUID),
  TYPE_REF(0x01, RESOLUTION_SCOPE, STRING, STRING),
  TYPE_DEF(0x02, U4, STRING, STRING, TYPE_DEF_OR_REF, row(0x04), row(0x06)),
  FIELD_PTR(0x03, row(0x04)),
  FIELD(0x04, U2, STRING, BLOB),
  METHOD_PTR(0x05, row(0x06)),
  METHOD_DEF(0x06, U4, U2, U2, STRING, BLOB, row(0x08)),
  PARAM_PTR(0x07, row(0x08)),
  PARAM(0x08, U2, U2, STRING),
  INTERFACE_IMPL(0x09, row(0x02), TYPE_DEF_OR_REF),
  MEMBER_REF(0x0A, MEMBER_REF_PARENT, STRING, BLOB),
  // The type has one byte and a byte of padding.
  CONSTANT(0x0B, U2, HAS_CONSTANT, BLOB),
  CUSTOM_ATTRIBUTE(0x0C, HAS_CUSTOM_ATTRIBUTE, CUSTOM_ATTRIBUTE_TYPE, BLOB),
  FIELD_MARSHAL(0x0D, HAS_FIELD_MARSHAL, BLOB),
  DECL_SECURITY(0x0E, U2, HAS_DECL_SECURITY, BLOB),
  CLASS_LAYOUT(0x0F, U2, U4, row(0x02)),
  FIELD_LAYOUT(0x10, U4, row(0x04)),
  STAND_ALONE_SIG(0x11, BLOB),
  EVENT_MAP(0x12, row(0x02), row(0x14)),
  EVENT_PTR(0x13, row(0x14)),
  EVENT(0x14, U2, STRING, TYPE_DEF_OR_REF),
  PROPERTY_MAP(0x15, row(0x02), row(0x17)),
  PROPERTY_PTR(0x16, row(0x17)),
  PROPERTY(0x17, U2, STRING, BLOB),
  METHOD_SEMANTICS(0x18, U2, row(0x06), HAS_SEMANTICS),
  METHOD_IMPL(0x19, row(0x02), METHOD_DEF_OR_REF, METHOD_DEF_OR_REF),
  MODULE_REF(0x1A, STRING),
  TYPE_SPEC(0x1B, BLOB),
  IMPL_MAP(0x1C, U2, MEMBER_FORWARDED, STRING, row(0x1A)),
  FIELD_RVA(0x1D, U4, row(0x04)),
  ENC_LOG(0x1E, U4, U4),
  ENC_MAP(0x1F, U4),
  ASSEMBLY(0x20, U4, U2, U2, U2, U2, U4, BLOB, STRING, STRING),
  ASSEMBLY_PROCESSOR(0x21, U4),
  ASSEMBLY_OS(0x22, U4, U4, U4),
  ASSEMBLY_REF(0x23, U2, U2, U2, U2, U4, BLOB, STRING, STRING, BLOB),
  ASSEMBLY_REF_PROCESSOR(0x24, U4, row(0x23)),
  ASSEMBLY_REF_OS(0x25, U4, U4, U4, row(0x23)),
  FILE(0x26, U4, STRING, BLOB),
  EXPORTED_TYPE(0x27, U4, U4, STRING, STRING, IMPLEMENTATION),
  MANIFEST_RESOURCE(0x28, U4, U4, STRING, IMPLEMENTATION),
  NESTED_CLASS(0x29, row(0x02), row(0x02)),
  GENERIC_PARAM(0x2A, U2, U2, TYPE_OR_METHOD_DEF, STRING),
  METHOD_SPEC(0x2B, METHOD_DEF_OR_REF, BLOB),
  GENERIC_PARAM_CONSTRAINT(0x2C, row(0x2A), TYPE_DEF_OR_REF),
  DOCUMENT(0x30, BLOB, GUID, BLOB, GUID),
  METHOD_DEBUG_INFORMATION(0x31, row(0x30), BLOB),
  LOCAL_SCOPE(0x32, row(0x06), row(0x35), row(0x33), row(0x34), U4, U4),
  LOCAL_VARIABLE(0x33, U2, U2, STRING),
  LOCAL_CONSTANT(0x34, STRING, BLOB),
  IMPORT_SCOPE(0x35, row(0x35), BLOB),
  STATE_MACHINE_METHOD(0x36, row(0x06), row(0x06)),
  CUSTOM_DEBUG_INFORMATION(0x37, HAS_CUSTOM_DEBUG_INFORMATION, GUID, BLOB);

  /** One more than the highest number a table can have. */
  static final int MOST = 64;

  private static final TableId[] BY_NUMBER = byNumber();

  private final int number;
  private final List<Column> columns;

  TableId(int number, Column... columns) {
    this.number = number;
    this.columns = List.of(columns);
  }

  private static TableId[] byNumber() {
    TableId[] all = new TableId[MOST];
    for (TableId id : values()) {
      all[id.number] = id;
    }
    return all;
  }

  /** The table of a number; the number is of none where this says so. */
  static boolean isKnown(int number) {
    return number >= 0 && number < MOST && BY_NUMBER[number] != null;
  }

  static TableId of(int number) {
    return BY_NUMBER[number];
  }

  /** The number in tokens. */
  public int number() {
    return number;
  }

  List<Column> columns() {
    return columns;
  }

  /** The token of a row. */
  public int token(int row) {
    return number << 24 | row;
  }

  /** Whether the token is of this table. */
  public boolean has(int token) {
    return token >>> 24 == number;
  }
}
