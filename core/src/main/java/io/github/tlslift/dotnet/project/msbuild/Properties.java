package io.github.tlslift.dotnet.project.msbuild;

import io.github.tlslift.model.Location;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The properties of a project by name, whatever its case. */
final class Properties {
  /** Characters that one evaluation may expand to; properties can double with every line. */
  private static final long MOST_TEXT = 64L << 20;

  private final Map<String, Property> all = new HashMap<>();
  private final Set<String> global = new HashSet<>();
  private long budget = MOST_TEXT;

  Optional<Property> get(String name) {
    return Optional.ofNullable(all.get(key(name)));
  }

  /** Sets a value; a global property stays as it is (MSBuild: global properties). */
  void set(String name, Property property) {
    if (!global.contains(key(name))) {
      all.put(key(name), property);
    }
  }

  void setGlobal(String name, String value, Location location) {
    all.put(key(name), new Property(value, true, false, location));
    global.add(key(name));
  }

  boolean isGlobal(String name) {
    return global.contains(key(name));
  }

  /** Whether a text of some length may still be made. */
  boolean spend(int length) {
    budget -= length;
    return budget >= 0;
  }

  static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
