package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.source.SourceFacts;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.model.Clr;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Process;
import io.github.tlslift.walk.FileKind;
import io.github.tlslift.walk.Inputs;
import io.github.tlslift.walk.Inputs.Input;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** PowerShell scripts: each runs in a {@code powershell.exe} or {@code pwsh} of its own. */
final class Scripts {
  private static final int MOST_INCLUDED = 50;
  private static final String CONFIG = "powershell.exe.config";

  private final Inputs inputs;
  private final Sources sources;

  Scripts(Inputs inputs, Sources sources) {
    this.inputs = inputs;
    this.sources = sources;
  }

  List<Process> processes() {
    List<String> all = inputs.files(FileKind.POWERSHELL).map(Input::path).toList();
    Map<String, Set<String>> included = new ConcurrentSkipListMap<>();
    all.parallelStream().forEach(p -> included.put(p, included(p, all)));
    Set<String> modules =
        included.values().stream()
            .flatMap(Set::stream)
            .filter(p -> TreePath.extension(p).equals("psm1"))
            .collect(Collectors.toSet());
    return all.parallelStream()
        .filter(p -> !modules.contains(p))
        .flatMap(p -> process(p, included.getOrDefault(p, Set.of())))
        .toList();
  }

  // What the script runs in its own process, and what that runs in turn.
  private Set<String> included(String script, List<String> all) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(script));
    while (!open.isEmpty() && found.size() < MOST_INCLUDED) {
      String from = open.pop();
      for (String named : sources.of(List.of(from)).scripts()) {
        find(named, from, all).filter(p -> !p.equals(script) && found.add(p)).ifPresent(open::push);
      }
    }
    return found;
  }

  // Beside the script where it is there, else wherever there is one file of the name.
  private static Optional<String> find(String named, String from, List<String> all) {
    String name = TreePath.name(named);
    List<String> alike = all.stream().filter(p -> TreePath.name(p).equalsIgnoreCase(name)).toList();
    return alike.stream()
        .filter(p -> TreePath.folder(p).equals(TreePath.folder(from)))
        .findFirst()
        .or(() -> alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty());
  }

  private Stream<Process> process(String path, Set<String> included) {
    Set<String> files = new TreeSet<>(included);
    files.add(path);
    SourceFacts facts = sources.of(files);
    if (!PlainProcess.isWorthTelling(facts)) {
      return Stream.empty();
    }
    boolean seven = inputs.text(path).map(Scripts::asksForSeven).orElse(false);
    Hosted hosted =
        seven
            ? new Hosted(HostKind.POWERSHELL7, Clr.CORE, Optional.empty())
            : new Hosted(HostKind.POWERSHELL51, Clr.CLR4, Optional.empty());
    ConfigChoice config = new ConfigChoice(Optional.empty(), CONFIG, List.of());
    return Stream.of(
        PlainProcess.of(name(path, seven), path, hosted, config, facts, files.size(), List.of()));
  }

  private static String name(String path, boolean seven) {
    return TreePath.name(path) + (seven ? " (PowerShell 7)" : " (Windows PowerShell)");
  }

  // about_Requires: -PSEdition Core, or a -Version from 6 on; or a first line that names pwsh.
  private static boolean asksForSeven(SourceText script) {
    return script
        .text()
        .lines()
        .limit(60)
        .map(l -> l.strip().toLowerCase(Locale.ROOT))
        .anyMatch(Scripts::saysSeven);
  }

  private static boolean saysSeven(String line) {
    return line.startsWith("#!") && line.contains("pwsh")
        || line.startsWith("#requires")
            && (line.contains("-psedition core") || line.matches(".*-version\\s+[67]\\b.*"));
  }
}
