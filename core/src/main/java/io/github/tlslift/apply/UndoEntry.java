package io.github.tlslift.apply;

/**
 * One file of an undo record.
 *
 * @param path relative to the folder, with {@code /} between parts
 * @param before digest of the bytes from before; empty where the file was not there
 * @param after digest of the bytes written
 */
record UndoEntry(String path, String before, String after) {
  private static final String ABSENT = "-";

  boolean isCreation() {
    return before.isEmpty();
  }

  String line() {
    String escaped = path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    return (before.isEmpty() ? ABSENT : before) + " " + after + " " + escaped;
  }

  static UndoEntry parse(String line) {
    String[] parts = line.split(" ", 3);
    String path = parts[2].replace("\\n", "\n").replace("\\r", "\r").replace("\\\\", "\\");
    return new UndoEntry(path, parts[0].equals(ABSENT) ? "" : parts[0], parts[1]);
  }
}
