package io.github.tlslift.report;

import io.github.tlslift.model.Cause;
import io.github.tlslift.why.Diagnosis;
import io.github.tlslift.why.signal.Sighting;
import java.util.List;
import java.util.stream.Collectors;

/** A diagnosis for people, on one screen. */
public final class DiagnosisText {
  private static final int MOST_EVIDENCE = 5;
  private static final int MOST_AGAINST = 2;

  private final Page page;
  private final Rows rows;
  private final Pages pages;

  private DiagnosisText(TextStyle style, Pages pages) {
    this.page = new Page(style);
    this.rows = new Rows(page);
    this.pages = pages;
  }

  /** The text, each line ended by a line feed. */
  public static String render(Diagnosis d, Pages pages, TextStyle style) {
    DiagnosisText text = new DiagnosisText(style, pages);
    text.write(d);
    return text.page.toString();
  }

  private void write(Diagnosis d) {
    rows.headline(d.cause().id(), sureness(d), d.confidence() >= 0.5 ? Paint.BAD : Paint.DOUBTFUL);
    page.gap();
    pages.find(d.cause().id()).ifPresent(p -> rows.labelled("cause", p.summary(), Paint.PLAIN));
    page.gap();
    sightings("why", d.evidence(), MOST_EVIDENCE);
    sightings("against", d.against(), MOST_AGAINST);
    alternatives(d.alternatives());
    page.gap();
    if (!d.question().isEmpty()) {
      rows.labelled("ask", d.question(), Paint.PLAIN);
    }
    String label = "next";
    for (String next : d.next()) {
      rows.labelled(label, next, Paint.PLAIN);
      label = "";
    }
  }

  private static String sureness(Diagnosis d) {
    String sure = Math.min(99, Math.round(d.confidence() * 100)) + " % sure";
    return d.cause() == Cause.UNKNOWN ? "TOO LITTLE TO TELL, " + sure : sure;
  }

  private void sightings(String label, List<Sighting> all, int most) {
    List<Sighting> shown = all.stream().filter(s -> !s.text().isEmpty()).limit(most).toList();
    int right = shown.stream().mapToInt(s -> place(s).length()).max().orElse(0);
    boolean beside = right <= (page.width() - Rows.BODY) * 40 / 100;
    for (int i = 0; i < shown.size(); i++) {
      Sighting s = shown.get(i);
      String place = place(s);
      rows.numbered(
          i == 0 ? label : "",
          label.equals("why") ? "" + (i + 1) : "-",
          s.signal().says(),
          place.isEmpty() ? List.of() : List.of(place),
          beside && right > 0 ? right : 0);
      page.row(Cell.of(Rows.BODY, quoted(s.text()), Paint.DIM));
    }
    page.gap();
  }

  private static String place(Sighting s) {
    String line = s.line() == 0 ? "" : "line " + s.line();
    String file = s.line() == 0 ? s.source() : s.source() + ":" + s.line();
    String place = s.source().isEmpty() ? line : file;
    return s.count() > 1 ? place + ", " + s.count() + " times" : place;
  }

  private String quoted(String text) {
    String safe = Safe.text(text);
    int most = page.width() - Rows.BODY - 2;
    return '"' + (safe.length() <= most ? safe : safe.substring(0, most - 3) + "...") + '"';
  }

  private void alternatives(List<Diagnosis.Alternative> others) {
    if (!others.isEmpty()) {
      rows.labelled(
          "or",
          others.stream()
              .map(a -> a.cause().id() + " " + Math.max(1, Math.round(a.confidence() * 100)) + " %")
              .collect(Collectors.joining(", ")),
          Paint.PLAIN);
    }
  }
}
