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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** PowerShell scripts: each runs in a {@code powershell.exe} or {@code pwsh} of its own. */
final class Scripts {
  private static final String CONFIG = "powershell.exe.config";

  private final Inputs inputs;
  private final Sources sources;

  Scripts(Inputs inputs, Sources sources) {
    this.inputs = inputs;
    this.sources = sources;
  }

  List<Process> processes() {
    return inputs
        .files(FileKind.POWERSHELL)
        .parallel()
        .map(Input::path)
        .flatMap(this::process)
        .toList();
  }

  private Stream<Process> process(String path) {
    SourceFacts facts = sources.of(List.of(path));
    if (!PlainProcess.isWorthTelling(facts)) {
      return Stream.empty();
    }
    boolean seven = inputs.text(path).map(Scripts::asksForSeven).orElse(false);
    Hosted hosted =
        seven
            ? new Hosted(HostKind.POWERSHELL7, Clr.CORE, Optional.empty())
            : new Hosted(HostKind.POWERSHELL51, Clr.CLR4, Optional.empty());
    ConfigChoice config = new ConfigChoice(Optional.empty(), CONFIG, List.of());
    return Stream.of(PlainProcess.of(name(path, seven), path, hosted, config, facts, 1, List.of()));
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
