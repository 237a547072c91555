package io.github.tlslift.dotnet.process;

import io.github.tlslift.io.TreePath;
import io.github.tlslift.walk.FileKind;
import io.github.tlslift.walk.Inputs.Input;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Code that no project names, grouped by the folder it stands in. */
final class LooseCode {
  private static final Set<String> BUILT = Set.of("bin", "obj", "packages");

  private final Map<String, List<String>> byFolder = new TreeMap<>();

  LooseCode(Stream<Input> all, Set<String> named) {
    all.filter(i -> i.kind() != FileKind.POWERSHELL && i.kind() != FileKind.WEB_PAGE)
        .map(Input::path)
        .filter(p -> !named.contains(p))
        .forEach(p -> byFolder.computeIfAbsent(TreePath.folder(p), f -> new ArrayList<>()).add(p));
    byFolder.keySet().removeIf(LooseCode::isBuilt);
    byFolder.values().forEach(Collections::sort);
  }

  private static boolean isBuilt(String folder) {
    return Stream.of(folder.split("/")).anyMatch(BUILT::contains);
  }

  /** Every file, by path. */
  List<String> files() {
    return byFolder.values().stream().flatMap(List::stream).toList();
  }

  /** Takes out what stands below a folder. */
  List<String> take(String folder) {
    List<String> taken = new ArrayList<>();
    byFolder.entrySet().removeIf(e -> isIn(folder, e.getKey()) && taken.addAll(e.getValue()));
    return taken;
  }

  private static boolean isIn(String folder, String path) {
    return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
  }
}
