package io.github.tlslift.dotnet.project.msbuild;

import io.github.tlslift.io.TreePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value of an {@code Include}, {@code Exclude}, {@code Remove} or {@code Update} attribute. */
final class ItemSpec {
  private static final Pattern REFERENCE =
      Pattern.compile(
          "@\\(\\s*([A-Za-z_][A-Za-z0-9_-]*)\\s*(?:->\\s*'([^']*)'\\s*)?(?:,\\s*'[^']*'\\s*)?\\)");

  private final String folder;
  private final Items items;
  private final List<String> literals = new ArrayList<>();
  private final List<Glob> globs = new ArrayList<>();
  private final List<String> parts;
  private final List<String> unreadable = new ArrayList<>();

  ItemSpec(String folder, Items items, String list) {
    this.folder = folder;
    this.items = items;
    this.parts = Escapes.list(list);
  }

  /** Sorts the parts of the list, putting in the items it refers to. */
  ItemSpec read() {
    for (String part : parts) {
      if (part.contains("@(") || part.contains("%(")) {
        reference(part);
      } else if (Glob.isPattern(part)) {
        globs.add(Glob.of(folder, Escapes.unescape(part)));
      } else {
        literals.add(Escapes.unescape(part));
      }
    }
    return this;
  }

  /** What is named as it stands. */
  List<String> literals() {
    return literals;
  }

  /** What is named by pattern. */
  List<Glob> globs() {
    return globs;
  }

  /** Parts whose meaning only a build knows. */
  List<String> unreadable() {
    return unreadable;
  }

  private void reference(String part) {
    Matcher m = REFERENCE.matcher(part);
    if (!m.matches()) {
      unreadable.add(part);
      return;
    }
    String transform = m.group(2);
    for (Item item : List.copyOf(items.all(m.group(1)))) {
      String text = transform == null ? item.include() : transformed(transform, item);
      (text.contains("%(") ? unreadable : literals).add(text);
    }
  }

  // The well-known metadata that depend on the path alone.
  private static String transformed(String transform, Item item) {
    String include = item.include().replace('\\', '/');
    String name = TreePath.name(include);
    int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
    String relative = include.substring(0, include.length() - name.length());
    return transform
        .replace("%(Identity)", item.include())
        .replace("%(FullPath)", item.path().map(TreeFiles::absolute).orElse(item.include()))
        .replace("%(Filename)", name.substring(0, dot))
        .replace("%(Extension)", name.substring(dot))
        .replace("%(RelativeDir)", relative)
        .replace("%(RecursiveDir)", "");
  }

  /** Whether an item is one of those named. */
  Predicate<Item> matcher() {
    Set<String> keys = new HashSet<>();
    for (String literal : literals) {
      keys.add(key(TreeFiles.resolve(folder, literal), literal));
    }
    return item ->
        keys.contains(Items.key(item))
            || (!globs.isEmpty() && item.path().filter(this::globbed).isPresent());
  }

  private boolean globbed(String path) {
    return globs.stream().anyMatch(glob -> glob.matches(path));
  }

  private static String key(Optional<String> path, String literal) {
    return path.orElse(literal).toLowerCase(Locale.ROOT);
  }
}
