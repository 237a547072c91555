package io.github.tlslift.edit;

import io.github.tlslift.edit.LineDiff.Run;
import io.github.tlslift.io.SourceText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A change as a unified diff that {@code git apply} takes: as lines for people, or as the very
 * bytes of the files.
 */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;
  private static final String NO_NEWLINE = "\\ No newline at end of file";

  private final List<String> before;
  private final List<String> after;
  private final List<String> out = new ArrayList<>();

  private UnifiedDiff(String before, String after) {
    this.before = lines(before);
    this.after = lines(after);
  }

  /** The lines, decoded, without their ends; none where nothing changes. */
  public static List<String> lines(Change change) {
    List<String> lines = of(change, true);
    return lines.stream().map(UnifiedDiff::withoutEnd).toList();
  }

  /** The bytes of a patch of all changes. */
  public static byte[] patch(List<Change> changes) {
    StringBuilder patch = new StringBuilder();
    for (Change change : changes) {
      if (BinaryPatch.isNeeded(change)) {
        patch.append(BinaryPatch.of(change));
      } else {
        of(change, false).forEach(patch::append);
      }
    }
    return patch.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<String> of(Change change, boolean decoded) {
    if (change.isNone()) {
      return List.of();
    }
    String before = change.before().map(b -> text(change.path(), b, decoded)).orElse("");
    UnifiedDiff diff = new UnifiedDiff(before, text(change.path(), change.after(), decoded));
    diff.out.addAll(head(change, decoded));
    diff.hunks();
    return diff.out;
  }

  // Latin-1 carries any byte through a String and out again.
  private static String text(String path, byte[] bytes, boolean decoded) {
    return decoded
        ? SourceText.of(path, bytes).text()
        : new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** The lines that name the file (git-diff, "generating patch text with -p"). */
  static List<String> head(Change change, boolean decoded) {
    Charset charset = decoded ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    String raw = new String(change.path().getBytes(charset), StandardCharsets.ISO_8859_1);
    String path = decoded ? change.path() : raw;
    List<String> lines = new ArrayList<>();
    lines.add("diff --git " + quoted("a/" + path) + " " + quoted("b/" + path) + "\n");
    // A name with a space ends where the tab is.
    String tab = path.indexOf(' ') >= 0 ? "\t" : "";
    if (change.isCreation()) {
      lines.add("new file mode 100644\n");
    }
    lines.add("--- " + (change.isCreation() ? "/dev/null" : quoted("a/" + path) + tab) + "\n");
    lines.add("+++ " + quoted("b/" + path) + tab + "\n");
    return lines;
  }

  private static String quoted(String path) {
    boolean odd = path.chars().anyMatch(c -> c < ' ' || c == '"' || c == '\\');
    if (!odd) {
      return path;
    }
    StringBuilder out = new StringBuilder("\"");
    path.chars().forEach(c -> out.append(c < ' ' ? String.format("\\%03o", c) : escaped(c)));
    return out.append('"').toString();
  }

  private static String escaped(int c) {
    return c == '"' || c == '\\' ? "\\" + (char) c : String.valueOf((char) c);
  }

  private void hunks() {
    List<Run> runs = LineDiff.of(before, after);
    int i = 0;
    while (i < runs.size()) {
      int last = i;
      while (last + 1 < runs.size()
          && runs.get(last + 1).oldStart() - runs.get(last).oldEnd() <= 2 * CONTEXT) {
        last++;
      }
      hunk(runs.subList(i, last + 1));
      i = last + 1;
    }
  }

  private void hunk(List<Run> runs) {
    Run first = runs.get(0);
    Run last = runs.get(runs.size() - 1);
    int lead = Math.min(CONTEXT, first.oldStart());
    int oldStart = first.oldStart() - lead;
    int newStart = first.newStart() - lead;
    int tail = Math.min(CONTEXT, before.size() - last.oldEnd());
    int oldEnd = last.oldEnd() + tail;
    int newEnd = last.newEnd() + tail;
    out.add("@@ -" + range(oldStart, oldEnd) + " +" + range(newStart, newEnd) + " @@\n");
    int at = oldStart;
    for (Run run : runs) {
      before.subList(at, run.oldStart()).forEach(l -> line(" ", l));
      before.subList(run.oldStart(), run.oldEnd()).forEach(l -> line("-", l));
      after.subList(run.newStart(), run.newEnd()).forEach(l -> line("+", l));
      at = run.oldEnd();
    }
    before.subList(at, oldEnd).forEach(l -> line(" ", l));
  }

  // An empty range names the line before it.
  private static String range(int start, int end) {
    int count = end - start;
    int first = count == 0 ? start : start + 1;
    return count == 1 ? String.valueOf(first) : first + "," + count;
  }

  private void line(String sign, String line) {
    if (line.endsWith("\n")) {
      out.add(sign + line);
    } else {
      out.add(sign + line + "\n");
      out.add(NO_NEWLINE + "\n");
    }
  }

  // git ends lines at line feeds alone.
  /** The lines of a text, each with its end. */
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', start)) {
      lines.add(text.substring(start, feed + 1));
      start = feed + 1;
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  private static String withoutEnd(String line) {
    String body = line.substring(0, line.length() - 1);
    return body.endsWith("\r") ? body.substring(0, body.length() - 1) : body;
  }
}
