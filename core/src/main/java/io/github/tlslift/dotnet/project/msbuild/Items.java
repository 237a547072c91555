package io.github.tlslift.dotnet.project.msbuild;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The items of a project by type, in order. */
public final class Items {
  private final Map<String, Map<String, Item>> all = new LinkedHashMap<>();
  private final Set<String> undecided = new LinkedHashSet<>();

  /** The items of a type, in order. */
  public List<Item> of(String type) {
    return List.copyOf(items(type).values());
  }

  /** What could not be followed, a phrase each. */
  public List<String> undecided() {
    return List.copyOf(undecided);
  }

  void add(String type, Item item) {
    items(type).merge(key(item), item, (old, more) -> more.certain() ? old.asCertain() : old);
  }

  void removeIf(String type, Predicate<Item> which) {
    items(type).values().removeIf(which);
  }

  void update(String type, Predicate<Item> which, Map<String, Property> metadata) {
    items(type).replaceAll((key, item) -> which.test(item) ? item.with(metadata) : item);
  }

  void doubt(String phrase) {
    undecided.add(phrase);
  }

  int size() {
    return all.values().stream().mapToInt(Map::size).sum();
  }

  Collection<Item> all(String type) {
    return items(type).values();
  }

  static String key(Item item) {
    return item.path().orElse(item.include()).toLowerCase(Locale.ROOT);
  }

  private Map<String, Item> items(String type) {
    return all.computeIfAbsent(Properties.key(type), k -> new LinkedHashMap<>());
  }
}
