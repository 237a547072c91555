package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.config.ConfigReader;
import io.github.tlslift.io.FileTree;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.ConfigFile;
import io.github.tlslift.model.Coverage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Config files, read once each. */
final class Configs {
  private final FileTree tree;
  private final Map<String, Optional<ConfigFile>> read = new HashMap<>();
  private final Map<String, Coverage.Gap> gaps = new TreeMap<>();

  Configs(FileTree tree) {
    this.tree = tree;
  }

  /** The config file of a path; empty where there is none or it is broken. */
  Optional<ConfigFile> at(String path) {
    return tree.find(path).flatMap(real -> read.computeIfAbsent(real, this::read));
  }

  private Optional<ConfigFile> read(String path) {
    Optional<SourceText> text = tree.text(path);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ConfigReader.read(text.get()));
    } catch (MalformedInputException e) {
      gaps.put(path, new Coverage.Gap(path, String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  /** Those that are broken. */
  List<Coverage.Gap> gaps() {
    return List.copyOf(gaps.values());
  }
}
