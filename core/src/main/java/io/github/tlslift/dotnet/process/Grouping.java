package io.github.tlslift.dotnet.process;

import io.github.tlslift.io.TreePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which loose files belong together: code goes with the programs that start in its folder or in the
 * nearest one above, else with those that start below it, else it is a library of its own.
 *
 * @param programs the file that starts each, with the other files that go with it
 * @param libraries the rest, by the first folder of its path
 */
record Grouping(Map<String, List<String>> programs, Map<String, List<String>> libraries) {
  private static final int MOST_SHARED = 100;
  private static final int MOST_TOGETHER = 400;

  static Grouping of(List<String> files, Predicate<String> starts) {
    Map<String, List<String>> mains = new TreeMap<>();
    List<String> others = new ArrayList<>();
    for (String file : files) {
      if (starts.test(file)) {
        mains.computeIfAbsent(TreePath.folder(file), f -> new ArrayList<>()).add(file);
      } else {
        others.add(file);
      }
    }
    Grouping grouping = new Grouping(new TreeMap<>(), new TreeMap<>());
    mains.values().forEach(m -> m.forEach(f -> grouping.programs.put(f, new ArrayList<>())));
    Map<String, List<String>> homes = new HashMap<>();
    for (String file : others) {
      String folder = TreePath.folder(file);
      grouping.place(file, homes.computeIfAbsent(folder, f -> home(f, mains)));
    }
    return grouping.apart();
  }

  private void place(String file, List<String> mains) {
    if (mains.isEmpty()) {
      libraries.computeIfAbsent(first(file), f -> new ArrayList<>()).add(file);
    }
    for (String main : mains) {
      Optional.ofNullable(programs.get(main)).ifPresent(l -> l.add(file));
    }
  }

  private static String first(String file) {
    int slash = file.indexOf('/');
    return slash < 0 ? "" : file.substring(0, slash);
  }

  // A library of more than a few hundred files is told by its folders.
  private Grouping apart() {
    Map<String, List<String>> smaller = new TreeMap<>();
    libraries.forEach(
        (first, files) ->
            files.forEach(
                f ->
                    smaller
                        .computeIfAbsent(
                            files.size() > MOST_TOGETHER ? TreePath.folder(f) : first,
                            k -> new ArrayList<>())
                        .add(f)));
    return new Grouping(programs, smaller);
  }

  private static List<String> home(String folder, Map<String, List<String>> mains) {
    for (String up = folder; ; up = TreePath.folder(up)) {
      List<String> here = mains.get(up);
      if (here != null) {
        return here;
      }
      if (up.isEmpty()) {
        return below(folder, mains);
      }
    }
  }

  private static List<String> below(String folder, Map<String, List<String>> mains) {
    String prefix = folder.isEmpty() ? "" : folder + "/";
    List<String> all =
        mains.entrySet().stream()
            .filter(e -> e.getKey().startsWith(prefix))
            .flatMap(e -> e.getValue().stream())
            .toList();
    return all.size() > MOST_SHARED ? List.of() : all;
  }
}
