package io.github.tlslift.why.signal;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.tlslift.io.CsvTable;
import io.github.tlslift.model.Cause;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rows of {@code signals.csv}. */
public final class SignalTable {
  private static final List<Signal> ALL =
      CsvTable.load(SignalTable.class, "signals.csv", SignalTable::row);
  private static final Map<String, Signal> BY_ID =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Signal::id, Function.identity()));

  private SignalTable() {}

  /** All signs, in the table's order. */
  public static List<Signal> all() {
    return ALL;
  }

  /** The sign of a name that the program itself knows. */
  public static Signal byId(String id) {
    return Optional.ofNullable(BY_ID.get(id))
        .orElseThrow(() -> new IllegalStateException("signals.csv has no row " + id));
  }

  private static Signal row(NamedCsvRecord r) {
    return new Signal(
        r.getField("id"),
        r.getField("family"),
        phrases(r.getField("words")),
        pattern(r.getField("regex"), r.getField("codes")),
        Needs.parse(r.getField("needs")),
        weights(r.getField("weights")),
        r.getField("says"),
        r.getField("reason"));
  }

  private static List<String> phrases(String words) {
    return Arrays.stream(words.split(" \\| ")).map(Squeeze::of).filter(s -> !s.isEmpty()).toList();
  }

  private static Optional<Pattern> pattern(String regex, String codes) {
    String numbers = codes.isEmpty() ? "" : Codes.pattern(codes);
    String both = regex + (regex.isEmpty() || numbers.isEmpty() ? "" : "|") + numbers;
    return both.isEmpty()
        ? Optional.empty()
        : Optional.of(Pattern.compile(both, Pattern.CASE_INSENSITIVE));
  }

  private static Map<Cause, Double> weights(String text) {
    Map<Cause, Double> weights = new EnumMap<>(Cause.class);
    for (String part : text.split(" ")) {
      String[] sides = part.split("=", -1);
      causes(sides[0]).forEach(c -> weights.put(c, Double.valueOf(sides[1])));
    }
    return weights;
  }

  // certificate-* is the four causes that a server's certificate may have.
  private static List<Cause> causes(String id) {
    String start = id.endsWith("*") ? id.substring(0, id.length() - 1) : "";
    return start.isEmpty()
        ? List.of(Cause.parse(id).orElseThrow(() -> new IllegalStateException("no cause " + id)))
        : Arrays.stream(Cause.values()).filter(c -> c.id().startsWith(start)).toList();
  }
}
