package io.github.tlslift.io;

/**
 * Input that breaks its format. The file is added once, by the walk, which turns it into a coverage
 * gap.
 */
public final class MalformedInputException extends Exception {
  private static final long serialVersionUID = 1L;

  private final long offset;
  private final String field;

  /**
   * Says what is wrong and where.
   *
   * @param offset 0-based, in bytes for binary input and in UTF-16 units for text
   * @param field the name of what was being read, in the format's own words
   */
  public MalformedInputException(long offset, String field, String problem) {
    super(field + " at offset " + offset + ": " + problem);
    this.offset = offset;
    this.field = field;
  }

  /** Where reading stopped. */
  public long offset() {
    return offset;
  }

  /** What was being read. */
  public String field() {
    return field;
  }
}
