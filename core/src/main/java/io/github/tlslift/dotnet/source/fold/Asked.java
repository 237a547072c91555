package io.github.tlslift.dotnet.source.fold;

import java.util.Set;
import java.util.TreeSet;

/** Notes the names that values turned out to depend on, while something is being followed. */
final class Asked {
  private final Set<String> names = new TreeSet<>();
  private final Set<String> types = new TreeSet<>();
  private final Set<String> callers = new TreeSet<>();
  private int following;

  void enter() {
    following++;
  }

  void leave() {
    following--;
  }

  void name(String name) {
    if (following > 0 && !name.isEmpty()) {
      names.add(name);
    }
  }

  void type(String name, boolean found) {
    name(name);
    if (following > 0 && !found && !name.isEmpty()) {
      types.add(name);
    }
  }

  void callersOf(String name) {
    name(name);
    if (following > 0 && !name.isEmpty()) {
      callers.add(name);
    }
  }

  Wanted wanted() {
    return new Wanted(names, types, callers);
  }
}
