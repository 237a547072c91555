package io.github.tlslift.why;

import io.github.tlslift.why.signal.Sighting;
import io.github.tlslift.why.text.FileSigns;
import io.github.tlslift.why.text.TextSigns;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** From pasted text to a diagnosis: the whole way. */
public final class Why {
  private Why() {}

  /** The diagnosis of a text alone. */
  public static Diagnosis ofText(String text) {
    return Diagnose.of(signs(text));
  }

  /** The signs in a text, those of the services that it names among them. */
  public static List<Sighting> signs(String text) {
    List<Sighting> signs = new ArrayList<>(TextSigns.in(text));
    signs.addAll(ServiceSigns.in(text));
    return signs;
  }

  /**
   * The signs in a file, which may be a text, a long log or exported events.
   *
   * @param name of the file; empty for the standard input
   */
  public static List<Sighting> signs(String name, InputStream file) throws IOException {
    FileSigns found = FileSigns.of(file);
    List<Sighting> signs = new ArrayList<>();
    found.signs().forEach(s -> signs.add(s.in(name)));
    signs.addAll(ServiceSigns.in(found.start()));
    return signs;
  }
}
