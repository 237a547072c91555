package io.github.tlslift.dotnet.project;

import java.util.List;

/**
 * What a solution file names.
 *
 * @param file its path
 * @param projects project files it names, in order, as they are really called
 * @param websites folders of web sites without a project file
 * @param missing paths it names that are not there
 */
public record Solution(
    String file, List<String> projects, List<String> websites, List<String> missing) {

  /** Copies the lists. */
  public Solution {
    projects = List.copyOf(projects);
    websites = List.copyOf(websites);
    missing = List.copyOf(missing);
  }
}
