package io.github.tlslift.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The shortest script from one list of lines to another (Myers 1986, the greedy algorithm). */
final class LineDiff {
  /**
   * A run of lines that differs.
   *
   * @param oldStart first line before, from 0
   * @param newStart first line after, from 0
   */
  record Run(int oldStart, int oldEnd, int newStart, int newEnd) {}

  private final List<String> before;
  private final List<String> after;
  private final List<int[]> trace = new ArrayList<>();

  private LineDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  static List<Run> of(List<String> before, List<String> after) {
    return new LineDiff(before, after).runs();
  }

  private List<Run> runs() {
    List<Run> steps = new ArrayList<>();
    int x = before.size();
    int y = after.size();
    for (int d = search(); d > 0; d--) {
      int[] v = trace.get(d);
      int k = x - y;
      int from = isDown(v, k, d) ? k + 1 : k - 1;
      int startX = at(v, from);
      int startY = startX - from;
      boolean down = from == k + 1;
      steps.add(
          down
              ? new Run(startX, startX, startY, startY + 1)
              : new Run(startX, startX + 1, startY, startY));
      x = startX;
      y = startY;
    }
    Collections.reverse(steps);
    return joined(steps);
  }

  // The number of steps; the furthest places before each are kept in the trace.
  private int search() {
    int most = before.size() + after.size();
    int[] v = new int[2 * most + 3];
    for (int d = 0; d <= most; d++) {
      trace.add(v.clone());
      for (int k = -d; k <= d; k += 2) {
        int x = d == 0 ? 0 : isDown(v, k, d) ? at(v, k + 1) : at(v, k - 1) + 1;
        while (x < before.size()
            && x - k < after.size()
            && before.get(x).equals(after.get(x - k))) {
          x++;
        }
        v[k + v.length / 2] = x;
        if (x >= before.size() && x - k >= after.size()) {
          return d;
        }
      }
    }
    throw new IllegalStateException("two texts differ by more lines than they have");
  }

  private static boolean isDown(int[] v, int k, int d) {
    return k == -d || k != d && at(v, k - 1) < at(v, k + 1);
  }

  private static int at(int[] v, int k) {
    return v[k + v.length / 2];
  }

  private static List<Run> joined(List<Run> steps) {
    List<Run> runs = new ArrayList<>();
    for (Run s : steps) {
      int last = runs.size() - 1;
      boolean touches =
          last >= 0 && runs.get(last).oldEnd == s.oldStart && runs.get(last).newEnd == s.newStart;
      if (touches) {
        runs.set(
            last, new Run(runs.get(last).oldStart, s.oldEnd, runs.get(last).newStart, s.newEnd));
      } else {
        runs.add(s);
      }
    }
    return runs;
  }
}
