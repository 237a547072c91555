package io.github.tlslift.fuzz;

import io.github.tlslift.dotnet.source.SourceFacts;
import io.github.tlslift.dotnet.source.SourceReader;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.model.Location;
import java.util.List;

/** Reads and checks what holds of every reading. */
final class Read {
  private Read() {}

  static void source(String name, byte[] bytes) {
    SourceText text = SourceText.of(name, bytes);
    SourceFacts facts = SourceReader.read(List.of(text));
    for (ApiUse use : facts.apiUses()) {
      inside(use.location(), text);
    }
    facts.registry().forEach(r -> inside(r.location(), text));
    facts.switches().forEach(s -> inside(s.location(), text));
    for (Coverage.Gap gap : facts.gaps()) {
      if (gap.reason().isBlank()) {
        throw new AssertionError("a gap without a reason");
      }
    }
  }

  private static void inside(Location location, SourceText text) {
    boolean inside =
        location.offset() >= 0
            && location.length() >= 0
            && location.offset() + location.length() <= text.text().length();
    if (!inside) {
      throw new AssertionError(location + " is not inside the file");
    }
  }
}
