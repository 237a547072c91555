package io.github.tlslift.dotnet.assembly.metadata;

import io.github.tlslift.io.ByteReader;
import io.github.tlslift.io.MalformedInputException;

/**
 * The stream of tables (ECMA-335 II.24.2.6). Where each table and column lies is worked out once;
 * after that a cell is a number read from its place.
 */
public final class Tables implements Sizes {
  private static final int EXTRA_DATA = 0x40;
  private static final int MOST_COLUMNS = 9;

  private final ByteReader bytes;
  private final int heapSizes;
  private final int[] rows;
  private final int[] starts = new int[TableId.MOST];
  private final int[] rowSizes = new int[TableId.MOST];
  private final byte[] offsets = new byte[TableId.MOST * (MOST_COLUMNS + 1)];
  private final boolean[] wide = new boolean[TableId.MOST * (MOST_COLUMNS + 1)];
  private final int[] present = new int[TableId.MOST];

  private Tables(ByteReader bytes, int heapSizes, int[] rows, int[] external) {
    this.bytes = bytes;
    this.heapSizes = heapSizes;
    this.rows = rows;
    for (int i = 0; i < rows.length; i++) {
      present[i] = rows[i] > 0 ? rows[i] : external[i];
    }
  }

  /**
   * Reads the stream.
   *
   * @param external rows of tables in another file, which portable PDBs refer to
   */
  static Tables read(ByteReader stream, int[] external) throws MalformedInputException {
    stream.skip(6, "#~.MajorVersion");
    int heapSizes = stream.u8("#~.HeapSizes");
    stream.skip(1, "#~.Reserved2");
    long valid = stream.i64("#~.Valid");
    stream.skip(8, "#~.Sorted");
    int[] rows = rows(stream, valid);
    if ((heapSizes & EXTRA_DATA) != 0) {
      stream.skip(4, "#~.ExtraData");
    }
    Tables tables = new Tables(stream, heapSizes, rows, external);
    tables.layOut(stream);
    return tables;
  }

  private static int[] rows(ByteReader stream, long valid) throws MalformedInputException {
    int[] rows = new int[TableId.MOST];
    for (int table = 0; table < TableId.MOST; table++) {
      if ((valid >>> table & 1) == 0) {
        continue;
      }
      String field = "#~.Rows[0x" + Integer.toHexString(table) + "]";
      long count = stream.u32(field);
      if (!TableId.isKnown(table)) {
        throw new MalformedInputException(
            stream.position() - 4, field, "no table has this number, so what follows is not known");
      }
      // Even rows of two bytes would leave the stream.
      if (count > stream.remaining() / 2) {
        throw new MalformedInputException(
            stream.position() - 4, field, count + " rows do not fit into the stream");
      }
      rows[table] = (int) count;
    }
    return rows;
  }

  private void layOut(ByteReader stream) throws MalformedInputException {
    for (TableId table : TableId.values()) {
      int number = table.number();
      int size = 0;
      int at = number * (MOST_COLUMNS + 1);
      for (Column column : table.columns()) {
        offsets[at] = (byte) size;
        wide[at++] = column.isWide(this);
        size += column.width(this);
      }
      rowSizes[number] = size;
      starts[number] = stream.position();
      stream.skip((long) size * rows[number], "table " + table);
    }
  }

  @Override
  public int rows(int table) {
    return present[table];
  }

  @Override
  public boolean isWideHeap(int bit) {
    return (heapSizes & bit) != 0;
  }

  /** How many rows a table has in this file. */
  public int count(TableId table) {
    return rows[table.number()];
  }

  /** Where the row of a type begins in the file. */
  public int position(int typeRow) {
    int table = TableId.TYPE_DEF.number();
    return starts[table] + (typeRow - 1) * rowSizes[table];
  }

  /** The bytes of a row. */
  public int rowSize(TableId table) {
    return rowSizes[table.number()];
  }

  /**
   * A cell.
   *
   * @param row counted from 1
   * @param column counted from 0
   */
  public int get(TableId table, int row, int column) throws MalformedInputException {
    int number = table.number();
    if (row < 1 || row > rows[number]) {
      throw new MalformedInputException(
          starts[number], "table " + table, "there is no row " + row + " among " + rows[number]);
    }
    int cell = number * (MOST_COLUMNS + 1) + column;
    int at = starts[number] + (row - 1) * rowSizes[number] + offsets[cell];
    return wide[cell] ? bytes.i32At(at) : bytes.u16At(at);
  }

  /** A cell with a coded index, as a token. */
  public int token(TableId table, int row, int column, CodedIndex index)
      throws MalformedInputException {
    return index.token(get(table, row, column));
  }
}
