package io.github.tlslift.dotnet.assembly.metadata;

/** A kind of column: a number, or an index of two or four bytes. */
interface Column {
  Column U2 = sizes -> false;
  Column U4 = sizes -> true;
  Column STRING = sizes -> sizes.isWideHeap(1);
  Column GUID = sizes -> sizes.isWideHeap(2);
  Column BLOB = sizes -> sizes.isWideHeap(4);

  /** A row of one table. */
  static Column row(int table) {
    return sizes -> sizes.rows(table) > 0xFFFF;
  }

  /** Whether it has four bytes; else it has two. */
  boolean isWide(Sizes sizes);

  /** Its bytes. */
  default int width(Sizes sizes) {
    return isWide(sizes) ? 4 : 2;
  }
}
