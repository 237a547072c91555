package io.github.tlslift.report;

import java.util.List;

/** Pages of Markdown for a terminal: marks become indents and colours, lines stay as they are. */
public final class PageText {
  private static final int SUMMARY_AT = 34;

  private final TextStyle style;

  /** Pages in a layout. */
  public PageText(TextStyle style) {
    this.style = style;
  }

  /** One page in full. */
  public String page(Pages.Page page) {
    StringBuilder out = new StringBuilder();
    boolean fenced = false;
    for (String line : page.text().lines().toList()) {
      if (line.strip().startsWith("```")) {
        fenced = !fenced;
      } else {
        out.append((fenced ? code(line) : prose(line)).stripTrailing()).append('\n');
      }
    }
    return out.toString();
  }

  /** Every page in a line, by group. */
  public String list(List<Pages.Page> pages) {
    Page out = new Page(style);
    for (String group : Pages.GROUPS) {
      List<Pages.Page> of = pages.stream().filter(p -> p.group().equals(group)).toList();
      if (!of.isEmpty()) {
        out.gap();
        out.row(Cell.of(0, group, Paint.BOLD));
        of.forEach(p -> line(out, p));
      }
    }
    return out.toString();
  }

  private static void line(Page out, Pages.Page page) {
    out.row(
        Cell.of(2, page.id(), Paint.PLAIN),
        Cell.wrapped(SUMMARY_AT, out.width() - SUMMARY_AT, unmarked(page.summary()), Paint.DIM));
  }

  private String code(String line) {
    return line.isEmpty() ? "" : "    " + paint(Paint.DIM, line);
  }

  private String prose(String line) {
    if (line.startsWith("#")) {
      return paint(Paint.BOLD, unmarked(line.replaceFirst("^#+ *", "")));
    }
    return unmarked(line);
  }

  private String paint(Paint paint, String text) {
    return style.colour() ? paint.on(text) : text;
  }

  private static String unmarked(String text) {
    return text.replace("`", "").replace("**", "");
  }
}
