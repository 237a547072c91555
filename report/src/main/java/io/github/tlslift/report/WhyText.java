package io.github.tlslift.report;

import io.github.tlslift.model.Location;
import io.github.tlslift.model.TrailStep;
import java.util.List;

/** The numbered reasons, each with the place it rests on at the right. */
final class WhyText {
  private final Page page;

  WhyText(Page page) {
    this.page = page;
  }

  /** Writes all steps. */
  void write(List<TrailStep> trail) {
    Rows rows = new Rows(page);
    int most = (page.width() - Rows.BODY) * 40 / 100;
    int right =
        trail.stream().flatMap(s -> fitting(s, most)).mapToInt(String::length).max().orElse(0);
    for (int i = 0; i < trail.size(); i++) {
      TrailStep step = trail.get(i);
      List<String> places = places(step, most);
      boolean beside = places.stream().allMatch(p -> p.length() <= most);
      rows.numbered(i == 0 ? "why" : "", "" + (i + 1), step.says(), places, beside ? right : 0);
    }
  }

  private static java.util.stream.Stream<String> fitting(TrailStep step, int most) {
    return places(step, most).stream().filter(p -> p.length() <= most);
  }

  private static List<String> places(TrailStep step, int most) {
    return step.at().isEmpty()
        ? Wrap.lines(Safe.text(step.basis()), most)
        : step.at().stream().map(Location::toString).map(Safe::text).distinct().toList();
  }
}
