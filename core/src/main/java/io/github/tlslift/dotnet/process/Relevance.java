package io.github.tlslift.dotnet.process;

import io.github.tlslift.io.TreePath;
import io.github.tlslift.io.Words;
import io.github.tlslift.walk.Inputs;
import io.github.tlslift.walk.Inputs.Input;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The cheap question about a project of a large tree: may anything come of reading it? */
interface Relevance {

  /** Every project is read. */
  Relevance ALL = path -> true;

  /** Whether the project may start a program, or compile a file that bears on TLS. */
  boolean concerns(String path);

  // An old-style project without OutputType is an executable
  // (Microsoft.Common.CurrentVersion.targets).
  private static List<String> startedBy() {
    return List.of(
        "OutputType>Exe",
        "OutputType>WinExe",
        "ProjectTypeGuids",
        "NET.Sdk.Web",
        "NET.Sdk.Worker",
        "NET.Sdk.Functions",
        "WebJobs",
        "RegisterForComInterop",
        "EnableComHosting");
  }

  static Relevance of(Inputs inputs, Sources sources) {
    List<String> bearing =
        sources.all().stream().map(Input::path).filter(sources::bears).sorted().toList();
    List<String> words = new ArrayList<>(startedBy());
    bearing.stream().flatMap(Relevance::asLinked).distinct().forEach(words::add);
    Words mentions = Words.of(Map.of(1, words));
    return path -> holds(TreePath.folder(path), bearing) || inputs.has(path, mentions);
  }

  // How a project elsewhere writes the path of a file: its end, after a folder or a property.
  private static Stream<String> asLinked(String path) {
    String name = TreePath.name(path);
    String parent = TreePath.name(TreePath.folder(path));
    return Stream.of(parent, "..", ")")
        .filter(p -> !p.isEmpty())
        .flatMap(p -> Stream.of(p + "\\" + name, p + "/" + name));
  }

  private static boolean holds(String folder, List<String> sorted) {
    if (folder.isEmpty()) {
      return !sorted.isEmpty();
    }
    int found = Collections.binarySearch(sorted, folder + "/");
    int next = found < 0 ? -found - 1 : found;
    return next < sorted.size() && sorted.get(next).startsWith(folder + "/");
  }
}
