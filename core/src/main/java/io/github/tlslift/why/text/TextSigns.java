package io.github.tlslift.why.text;

import io.github.tlslift.why.signal.Sighting;
import io.github.tlslift.why.signal.Signal;
import io.github.tlslift.why.signal.SignalTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** The signs in pasted text, each where it is seen first. */
public final class TextSigns {
  private final Reading reading;
  private final String squeezed;

  private TextSigns(Reading reading) {
    this.reading = reading;
    this.squeezed = reading.squeezed();
  }

  /** The signs in a text, without those that others make. */
  public static List<Sighting> in(String text) {
    return new TextSigns(Reading.of(text)).find();
  }

  static List<Sighting> in(List<TextLine> lines) {
    return new TextSigns(Reading.of(lines)).find();
  }

  // Rows that need others come after those, whatever their place in the table.
  private List<Sighting> find() {
    Map<String, TextLine> seen = new LinkedHashMap<>();
    List<Sighting> found = new ArrayList<>();
    for (boolean withNeeds : new boolean[] {false, true}) {
      for (Signal signal : SignalTable.all()) {
        if (signal.isInText()
            && signal.hasNeeds() == withNeeds
            && signal.needs().areMetBy(seen.keySet())) {
          place(signal).ifPresent(line -> add(signal, line, seen, found));
        }
      }
    }
    return found;
  }

  private static void add(
      Signal signal, TextLine line, Map<String, TextLine> seen, List<Sighting> found) {
    seen.put(signal.id(), line);
    found.add(new Sighting(signal, "", line.number(), Reading.shown(line), line.count()));
  }

  private Optional<TextLine> place(Signal signal) {
    for (String phrase : signal.phrases()) {
      int at = squeezed.indexOf(phrase);
      if (at >= 0) {
        return Optional.of(reading.lineAtSqueezed(at));
      }
    }
    return signal
        .pattern()
        .map(p -> p.matcher(reading.text()))
        .filter(Matcher::find)
        .map(m -> reading.lineAt(m.start()));
  }
}
