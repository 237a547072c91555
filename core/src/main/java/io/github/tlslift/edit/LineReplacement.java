package io.github.tlslift.edit;

import io.github.tlslift.io.SourceText;
import java.util.List;

/**
 * Whole lines of a file taken out and others put in their place. Lines and columns count from 1.
 *
 * @param startLine the first line taken out; where none is, the line before which text is put in
 * @param endLine the line in which the range ends
 * @param endColumn 1 where it ends before that line; after its last character where nothing follows
 * @param text what is put in, with its line ends
 */
public record LineReplacement(int startLine, int endLine, int endColumn, String text) {

  /** The replacements that a change is made of, in order. */
  public static List<LineReplacement> of(Change change) {
    List<String> before = UnifiedDiff.lines(text(change, change.before().orElse(new byte[0])));
    List<String> after = UnifiedDiff.lines(text(change, change.after()));
    return LineDiff.of(before, after).stream()
        .map(r -> of(r, before, String.join("", after.subList(r.newStart(), r.newEnd()))))
        .toList();
  }

  private static LineReplacement of(LineDiff.Run run, List<String> before, String text) {
    String last = run.oldEnd() == 0 ? "" : before.get(run.oldEnd() - 1);
    boolean open = run.oldEnd() == before.size() && !last.isEmpty() && !last.endsWith("\n");
    return open
        ? new LineReplacement(run.oldStart() + 1, run.oldEnd(), last.length() + 1, text)
        : new LineReplacement(run.oldStart() + 1, run.oldEnd() + 1, 1, text);
  }

  private static String text(Change change, byte[] bytes) {
    return SourceText.of(change.path(), bytes).text();
  }
}
