package io.github.tlslift.dotnet.assembly.metadata;

/** What decides how wide a column is: the sizes of heaps and tables. */
interface Sizes {
  /** How many rows a table has. */
  int rows(int table);

  /** Whether indexes into a heap have four bytes; the bit of {@code HeapSizes}. */
  boolean isWideHeap(int bit);
}
