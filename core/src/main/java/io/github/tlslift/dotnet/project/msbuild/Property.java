package io.github.tlslift.dotnet.project.msbuild;

import io.github.tlslift.model.Location;

/**
 * A property or a piece of metadata.
 *
 * @param value with the properties it names put in
 * @param known false where it rests on something undecided; the value is then the best guess
 * @param literal whether the text at {@code location} is the value, letter for letter
 * @param location where that is said; the project as a whole for MSBuild's own defaults
 */
public record Property(String value, boolean known, boolean literal, Location location) {

  Text text() {
    return new Text(value, known);
  }
}
