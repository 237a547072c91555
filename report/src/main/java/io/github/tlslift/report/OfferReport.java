package io.github.tlslift.report;

import io.github.tlslift.model.Offer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What one situation offers on some Windows versions, as text and as JSON. */
public final class OfferReport {

  /**
   * An offer and where it is made.
   *
   * @param windows the version's id
   * @param name the version's name
   */
  public record OnWindows(String windows, String name, Offer offer) {}

  private OfferReport() {}

  /** The text: versions with the same offer together, then the reasons, each story once. */
  public static String text(String api, List<OnWindows> offers, TextStyle style) {
    Page page = new Page(style);
    Map<String, List<OnWindows>> stories =
        offers.stream()
            .collect(
                Collectors.groupingBy(OfferReport::story, LinkedHashMap::new, Collectors.toList()));
    stories.values().forEach(s -> story(api, s, page));
    return page.toString();
  }

  private static String story(OnWindows o) {
    return o.offer().display()
        + o.offer().osDefault()
        + o.offer().trail().stream()
            .map(t -> t.says().replace(o.name(), ""))
            .collect(Collectors.joining("\n"));
  }

  private static void story(String api, List<OnWindows> same, Page page) {
    Offer offer = same.get(0).offer();
    Rows rows = new Rows(page);
    page.gap();
    page.row(Cell.wrapped(0, page.width(), api + " offers " + offer.display(), Paint.BOLD));
    page.gap();
    rows.labelled("on", names(same), Paint.PLAIN);
    offer.mask().ifPresent(m -> rows.labelled("mask", mask(m, offer), Paint.PLAIN));
    rows.labelled("sure", offer.confidence().id(), Paint.DIM);
    page.gap();
    new WhyText(page).write(offer.trail());
  }

  private static String names(List<OnWindows> same) {
    return same.stream().map(OnWindows::name).collect(Collectors.joining(", "));
  }

  private static String mask(int mask, Offer offer) {
    String hex = mask + " (0x" + Integer.toHexString(mask).toUpperCase(java.util.Locale.ROOT) + ")";
    return offer.osDefault() ? hex + ": Windows chooses" : hex;
  }

  /** The document: an object for each Windows version. */
  public static String json(String api, List<OnWindows> offers) {
    return Json.document(
        json -> {
          json.number("format", JsonReport.FORMAT);
          json.text("api", api);
          json.objects("offers", offers, o -> members(o, json));
        });
  }

  private static void members(OnWindows o, Json json) {
    json.text("windows", o.windows());
    json.text("name", o.name());
    new OfferJson(json).offer(o.offer());
  }
}
