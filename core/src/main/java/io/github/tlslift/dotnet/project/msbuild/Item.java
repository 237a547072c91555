package io.github.tlslift.dotnet.project.msbuild;

import io.github.tlslift.model.Location;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something a project names: a file, a package, a reference.
 *
 * @param include as written, its properties put in
 * @param path the file in the tree that it means, whether or not it is there; empty outside
 * @param certain false where it rests on something undecided
 * @param metadata by lower-case name
 * @param location where it is said
 */
public record Item(
    String include,
    Optional<String> path,
    boolean certain,
    Map<String, Property> metadata,
    Location location) {

  /** Copies the metadata. */
  public Item {
    metadata = Map.copyOf(metadata);
  }

  /** A piece of metadata; empty where it is not said or blank. */
  public Optional<Property> metadata(String name) {
    return Optional.ofNullable(metadata.get(Properties.key(name)))
        .filter(p -> !p.value().isBlank());
  }

  Item with(Map<String, Property> more) {
    Map<String, Property> all = new HashMap<>(metadata);
    all.putAll(more);
    return new Item(include, path, certain, all, location);
  }

  Item asCertain() {
    return new Item(include, path, true, metadata, location);
  }
}
