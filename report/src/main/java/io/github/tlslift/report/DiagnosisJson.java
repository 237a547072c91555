package io.github.tlslift.report;

import io.github.tlslift.why.Diagnosis;
import io.github.tlslift.why.signal.Sighting;

/** A diagnosis for programs: {@code docs/why.schema.json}. */
public final class DiagnosisJson {
  private DiagnosisJson() {}

  /** One object, ended by a line feed. */
  public static String render(Diagnosis d) {
    return Json.document(
        json -> {
          json.number("format", 1);
          json.text("cause", d.cause().id());
          json.number("confidence", d.confidence());
          json.objects(
              "alternatives",
              d.alternatives(),
              a -> {
                json.text("cause", a.cause().id());
                json.number("confidence", a.confidence());
              });
          json.objects("evidence", d.evidence(), s -> sighting(json, s));
          json.objects("against", d.against(), s -> sighting(json, s));
          json.text("question", d.question());
          json.texts("next", d.next());
        });
  }

  private static void sighting(Json json, Sighting s) {
    json.textIfAny("file", s.source());
    json.number("line", s.line());
    json.text("text", s.text());
    json.text("says", s.signal().says());
    json.text("signal", s.signal().id());
    json.number("count", s.count());
  }
}
