package io.github.tlslift.report;

import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.TargetFramework;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The other processes and endpoints of which the same is told, one line a process. */
final class SameStory {
  private final Page page;

  SameStory(Page page) {
    this.page = page;
  }

  /** {@code InvoiceSync.exe → contoso.sharepoint.com}. */
  static String title(Connection c) {
    return c.process().name() + " → " + destination(c);
  }

  /** The lines; none for a story of one. */
  void write(Story story) {
    Map<Process, List<Connection>> byProcess = new LinkedHashMap<>();
    for (Connection c : story.all()) {
      byProcess.computeIfAbsent(c.process(), p -> new ArrayList<>()).add(c);
    }
    String label = "also";
    for (Map.Entry<Process, List<Connection>> e : byProcess.entrySet()) {
      String text = others(e.getKey(), e.getValue(), story.first());
      if (!text.isEmpty()) {
        line(label, text, e.getKey());
        label = "";
      }
    }
  }

  private static String others(Process process, List<Connection> of, Connection first) {
    boolean told = process.equals(first.process());
    List<String> destinations =
        of.stream()
            .filter(c -> c != first)
            .map(c -> told || of.size() > 1 ? through(c) : destination(c))
            .distinct()
            .toList();
    return destinations.isEmpty()
        ? ""
        : process.name() + " → " + destinations.stream().collect(Collectors.joining(", "));
  }

  private static String through(Connection c) {
    return destination(c) + " (" + c.api().id() + ")";
  }

  private void line(String label, String text, Process process) {
    if (page.toString().endsWith("\n") && label.equals("also")) {
      page.gap();
    }
    String at = process.target().map(TargetFramework::location).map(Location::toString).orElse("");
    int right = page.width() - at.length();
    boolean beside = right > Rows.BODY + 30;
    page.row(
        Cell.of(Rows.INDENT, label, Paint.DIM),
        Cell.wrapped(Rows.BODY, (beside ? right - 2 : page.width()) - Rows.BODY, text, Paint.PLAIN),
        Cell.of(right, beside ? at : "", Paint.DIM));
  }

  private static String destination(Connection c) {
    return c.host().isEmpty() ? "any server of today" : c.destination();
  }
}
