package io.github.tlslift.why;

import io.github.tlslift.why.signal.Sighting;
import io.github.tlslift.why.text.TextSigns;
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
}
