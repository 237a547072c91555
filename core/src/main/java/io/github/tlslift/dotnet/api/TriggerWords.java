package io.github.tlslift.dotnet.api;

import io.github.tlslift.io.CsvTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Words without which a file of code bears on nothing; {@code trigger-words.csv}. */
public final class TriggerWords {

  /** What a file with the word may do. */
  public enum Kind {
    /** Decide a protocol, a switch or whether certificates are checked. */
    DECIDES,
    /** Open a connection. */
    CONNECTS,
    /** Name an endpoint. */
    ADDRESSES,
    /** Be run by a host of its own kind: a service, an add-in, a COM class. */
    HOSTED,
    /** Start a program. */
    STARTS,
    /** Nothing at all: it describes a reference assembly, which never runs. */
    INERT;

    /** Its bit in the result of a search. */
    public int bit() {
      return 1 << ordinal();
    }

    /** Whether the result of a search has it. */
    public boolean isIn(int bits) {
      return (bits & bit()) != 0;
    }
  }

  private record Row(Kind kind, String word) {}

  private static final List<Row> ROWS =
      CsvTable.load(
          TriggerWords.class,
          "trigger-words.csv",
          r -> new Row(Kind.valueOf(r.getField("class")), r.getField("word")));

  private TriggerWords() {}

  /** The words of some kinds, by the kind's bit. */
  public static Map<Integer, List<String>> of(Set<Kind> kinds) {
    Map<Integer, List<String>> words = new TreeMap<>();
    for (Kind kind : kinds) {
      words.put(kind.bit(), ROWS.stream().filter(r -> r.kind == kind).map(Row::word).toList());
    }
    return words;
  }
}
