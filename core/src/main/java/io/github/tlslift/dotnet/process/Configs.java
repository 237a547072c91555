package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.config.ConfigReader;
import io.github.tlslift.dotnet.config.ConfigReading;
import io.github.tlslift.io.FileTree;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.ConfigFile;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.walk.Inputs;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Config files, read once each. */
final class Configs {
  private final FileTree tree;
  private final WebConfigs webs;
  private final JsonConfigs json;
  private final Pools pools;
  private final Map<String, Optional<ConfigReading>> web = new HashMap<>();
  private final Map<String, Optional<ConfigFile>> read = new HashMap<>();
  private final Map<String, Coverage.Gap> gaps = new TreeMap<>();

  Configs(Inputs inputs) {
    this.tree = inputs;
    this.webs = new WebConfigs(inputs);
    this.json = new JsonConfigs(inputs);
    this.pools = new Pools(inputs);
  }

  /** What is in force for the web application of a folder. */
  synchronized Optional<ConfigFile> web(String folder) {
    return reading(folder).map(ConfigReading::config);
  }

  /** What of that could not be followed. */
  synchronized List<String> notFollowed(String folder) {
    return reading(folder).map(ConfigReading::notFollowed).orElse(List.of());
  }

  private Optional<ConfigReading> reading(String folder) {
    return web.computeIfAbsent(folder, webs::of);
  }

  /** The application pools. */
  Pools pools() {
    return pools;
  }

  /** The JSON settings. */
  JsonConfigs json() {
    return json;
  }

  /** The config file of a path; empty where there is none or it is broken. */
  synchronized Optional<ConfigFile> at(String path) {
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
  synchronized List<Coverage.Gap> gaps() {
    return Stream.of(gaps.values(), webs.gaps(), json.gaps(), pools.gaps())
        .flatMap(Collection::stream)
        .distinct()
        .toList();
  }
}
