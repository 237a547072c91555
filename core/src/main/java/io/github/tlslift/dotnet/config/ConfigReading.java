package io.github.tlslift.dotnet.config;

import io.github.tlslift.model.ConfigFile;
import io.github.tlslift.model.Coverage;
import java.util.List;

/**
 * A configuration put together from one or several files.
 *
 * @param config what it says
 * @param files the paths of all files that took part, sorted
 * @param notFollowed references and transforms that had no effect, a phrase each with its place
 * @param gaps files that took part and could not be read
 */
public record ConfigReading(
    ConfigFile config, List<String> files, List<String> notFollowed, List<Coverage.Gap> gaps) {

  /** Copies the lists. */
  public ConfigReading {
    files = files.stream().sorted().toList();
    notFollowed = List.copyOf(notFollowed);
    gaps = List.copyOf(gaps);
  }

  static ConfigReading of(ConfigFile config, ConfigTree tree, Unread unread) {
    List<String> files = List.copyOf(tree.texts().keySet());
    return new ConfigReading(config, files, unread.notFollowed(), unread.gaps());
  }
}
