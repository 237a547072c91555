package io.github.tlslift.report;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.CheckReport;
import io.github.tlslift.model.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an earlier check found, as a text file that a repository keeps: a line for each finding,
 * known again by its fingerprint wherever its line has moved to.
 */
public final class Baseline {
  /** No earlier check. */
  public static final Baseline NONE = new Baseline(false, Map.of());

  private static final String HEAD = "# tlslift baseline 1";
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{32}) ([1-9][0-9]{0,8}) .*");

  private final boolean given;
  private final Map<String, Integer> counts;

  private Baseline(boolean given, Map<String, Integer> counts) {
    this.given = given;
    this.counts = Map.copyOf(counts);
  }

  /**
   * Reads a file that {@link #render} wrote.
   *
   * @throws MalformedInputException where the first line is another, or one is no finding
   */
  public static Baseline parse(String text) throws MalformedInputException {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
      throw new MalformedInputException(0, "line 1", "is not \"" + HEAD + "\"");
    }
    Map<String, Integer> counts = new HashMap<>();
    long offset = HEAD.length() + 1L;
    for (int i = 1; i < lines.size(); i++) {
      Matcher line = LINE.matcher(lines.get(i));
      if (!line.matches()) {
        throw new MalformedInputException(offset, "line " + (i + 1), "is no finding");
      }
      counts.merge(line.group(1), Integer.parseInt(line.group(2)), Integer::sum);
      offset += lines.get(i).length() + 1L;
    }
    return new Baseline(true, counts);
  }

  /** The file that remembers a report: the same findings give the same bytes. */
  public static String render(CheckReport report) {
    Map<String, List<Finding>> byPrint = new LinkedHashMap<>();
    report.findings().stream()
        .filter(f -> !f.passes())
        .forEach(f -> byPrint.computeIfAbsent(Fingerprints.of(f), p -> new ArrayList<>()).add(f));
    List<String> lines = new ArrayList<>();
    byPrint.forEach((print, same) -> lines.add(line(print, same)));
    lines.sort(java.util.Comparator.comparing(l -> l.substring(l.indexOf(' ', 33))));
    return HEAD + "\n" + String.join("", lines);
  }

  private static String line(String print, List<Finding> same) {
    Finding f = same.get(0);
    String what = f.code().isEmpty() ? f.message() : f.code();
    String place = f.location().file() + ": " + what.replaceAll("\\s+", " ");
    return print + " " + same.size() + " " + f.ruleId() + " " + Safe.text(place) + "\n";
  }

  /** Which findings of a report are known from it. */
  public Comparison compare(CheckReport report) {
    Map<String, Integer> left = new HashMap<>(counts);
    List<Finding> known = new ArrayList<>();
    for (Finding f : report.findings()) {
      String print = Fingerprints.of(f);
      int more = f.passes() ? 0 : left.getOrDefault(print, 0);
      if (more > 0) {
        known.add(f);
        left.put(print, more - 1);
      }
    }
    int gone = left.values().stream().mapToInt(Integer::intValue).sum();
    return new Comparison(report, given, known, gone);
  }
}
