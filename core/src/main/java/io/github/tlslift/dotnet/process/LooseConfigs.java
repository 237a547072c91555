package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.config.ConfigReader;
import io.github.tlslift.dotnet.source.SourceReader;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.model.Clr;
import io.github.tlslift.model.ConfigFile;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Process;
import io.github.tlslift.walk.FileKind;
import io.github.tlslift.walk.Inputs;
import io.github.tlslift.walk.Inputs.Input;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Config files of programs that are not there: the target of each is not known. */
final class LooseConfigs {
  private static final String SUFFIX = ".config";

  private final Inputs inputs;
  private final Configs configs;

  LooseConfigs(Inputs inputs, Configs configs) {
    this.inputs = inputs;
    this.configs = configs;
  }

  /** One process for each config that says something of TLS and belongs to none of the others. */
  List<Process> processes(List<Process> others) {
    Set<String> used =
        others.stream()
            .flatMap(
                p -> Stream.concat(p.config().stream(), p.ignored().stream().map(i -> i.file())))
            .map(ConfigFile::file)
            .collect(Collectors.toSet());
    return inputs
        .files(FileKind.CONFIG)
        .map(Input::path)
        .filter(p -> !used.contains(p) && isOfProgram(p))
        .flatMap(p -> configs.at(p).stream())
        .filter(c -> !c.switches().isEmpty() || !c.apiUses().isEmpty())
        .map(LooseConfigs::process)
        .toList();
  }

  private static boolean isOfProgram(String path) {
    return ConfigReader.kind(path) == ConfigFile.Kind.EXE
        || TreePath.name(path).equalsIgnoreCase("app.config");
  }

  private static Process process(ConfigFile config) {
    String name = TreePath.name(config.file());
    boolean exe = config.kind() == ConfigFile.Kind.EXE;
    return PlainProcess.of(
        exe ? name.substring(0, name.length() - SUFFIX.length()) : "the program of " + name,
        config.file(),
        new Hosted(HostKind.EXE, Clr.CLR4, Optional.empty()),
        new ConfigChoice(Optional.of(config), config.file(), List.of()),
        SourceReader.together(List.of()),
        0,
        List.of("the program itself was not read"));
  }
}
