package io.github.tlslift.dotnet.process;

import io.github.tlslift.io.TreePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which loose files belong together. What bears on TLS goes with the programs that start in its
 * folder or in the nearest one above, else with those that start below it, else it is a library.
 * Code that bears on nothing goes along with each program at or above its folder, for the constants
 * it may declare.
 */
final class Grouping {
  private static final int MOST_BELOW = 50;
  private static final int MOST_TOGETHER = 400;

  /** What is known of a file before and after it is read. */
  interface Files {
    /** Whether it may bear on TLS, by its words. */
    boolean bears(String file);

    /** Whether it may start a program, by its words. */
    boolean mayStart(String file);

    /** Whether it does, by reading it. */
    boolean starts(String file);
  }

  private final List<String> all;
  private final Files files;
  private final Map<String, Boolean> starts = new HashMap<>();
  private final Map<String, List<String>> mainsByFolder = new HashMap<>();
  private final Map<String, List<String>> programs = new TreeMap<>();
  private final Map<String, List<String>> libraries = new TreeMap<>();

  private Grouping(List<String> all, Files files) {
    this.all = all.stream().sorted().toList();
    this.files = files;
  }

  static Grouping of(List<String> all, Files files) {
    Grouping grouping = new Grouping(all, files);
    grouping.all.stream().filter(files::bears).forEach(grouping::place);
    grouping.programs.forEach(grouping::addSilent);
    return grouping;
  }

  /** The file that starts each program, with the other files that go with it. */
  Map<String, List<String>> programs() {
    return programs;
  }

  /** The rest, by the first folder of its path, or by folder where that is too much. */
  Map<String, List<String>> libraries() {
    Map<String, List<String>> smaller = new TreeMap<>();
    libraries.forEach(
        (first, members) -> {
          boolean many = members.size() > MOST_TOGETHER;
          for (String file : members) {
            String key = many ? TreePath.folder(file) : first;
            smaller.computeIfAbsent(key, k -> new ArrayList<>()).add(file);
          }
        });
    return smaller;
  }

  private void place(String file) {
    if (isStart(file)) {
      programs.computeIfAbsent(file, m -> new ArrayList<>());
      return;
    }
    List<String> mains = mainsFor(TreePath.folder(file));
    mains.forEach(m -> programs.computeIfAbsent(m, k -> new ArrayList<>()).add(file));
    if (mains.isEmpty()) {
      int slash = file.indexOf('/');
      String first = slash < 0 ? "" : file.substring(0, slash);
      libraries.computeIfAbsent(first, f -> new ArrayList<>()).add(file);
    }
  }

  private boolean isStart(String file) {
    return files.mayStart(file) && starts.computeIfAbsent(file, files::starts);
  }

  private List<String> mainsFor(String folder) {
    String up = folder;
    while (true) {
      List<String> here = mainsByFolder.computeIfAbsent(up, this::mainsIn);
      if (!here.isEmpty()) {
        return here;
      }
      if (up.isEmpty()) {
        return mainsBelow(folder);
      }
      up = TreePath.folder(up);
    }
  }

  private List<String> mainsIn(String folder) {
    return below(folder).stream()
        .filter(f -> TreePath.folder(f).equals(folder))
        .filter(this::isStart)
        .toList();
  }

  private List<String> mainsBelow(String folder) {
    List<String> maybe = below(folder).stream().filter(files::mayStart).toList();
    return maybe.size() > MOST_BELOW ? List.of() : maybe.stream().filter(this::isStart).toList();
  }

  private void addSilent(String main, List<String> others) {
    below(TreePath.folder(main)).stream()
        .filter(f -> !files.bears(f) && !files.mayStart(f))
        .forEach(others::add);
  }

  private List<String> below(String folder) {
    return folder.isEmpty()
        ? all
        : all.subList(position(folder + "/"), position(folder + (char) ('/' + 1)));
  }

  private int position(String path) {
    int found = Collections.binarySearch(all, path);
    return found < 0 ? -found - 1 : found;
  }
}
