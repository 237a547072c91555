package io.github.tlslift.resolve;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One cell of a case table, with the failure that names it.
 *
 * @param row what to call the row in a message
 * @param column the column's name
 * @param text the cell
 */
record CaseCell(String row, String column, String text) {

  /** The cell as a value; the parser's empty answer becomes the error. */
  <T> T as(Function<String, Optional<T>> parser, String expected) throws CaseFormatException {
    Optional<T> value = parser.apply(text);
    if (value.isEmpty()) {
      throw wrong(text, expected);
    }
    return value.get();
  }

  /** The parts between semicolons; none for an empty cell. */
  List<String> items() throws CaseFormatException {
    if (text.isBlank()) {
      return List.of();
    }
    List<String> items = Arrays.stream(text.split(";", -1)).map(String::strip).toList();
    if (items.contains("")) {
      throw wrong(text, "a list separated by ';' without empty parts");
    }
    return items;
  }

  /** The failure for a part of this cell. */
  CaseFormatException wrong(String part, String expected) {
    return new CaseFormatException(
        "row " + row + ", column " + column + ": '" + part + "' is not " + expected);
  }
}
