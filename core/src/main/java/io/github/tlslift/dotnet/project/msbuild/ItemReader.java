package io.github.tlslift.dotnet.project.msbuild;

import io.github.tlslift.model.Location;
import io.github.tlslift.xml.XmlElement;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Evaluates item groups (MSBuild: items), of the types asked for and those they refer to. */
final class ItemReader {
  private static final Pattern REFERENCE =
      Pattern.compile("@\\(\\s*([A-Za-z_][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*)");
  private static final Set<String> OPERATIONS =
      Set.of("Include", "Exclude", "Remove", "Update", "Condition", "Label", "KeepDuplicates");
  // Far above any real project; what is beyond is said to be left out.
  private static final int MOST_ITEMS = 400_000;
  private static final int MOST_LOOKS = 2_000;
  // Their metadata would only say how a file is shown or copied.
  private static final Set<String> FILES = Set.of("compile", "none", "content");

  private final Evaluation evaluation;
  private final String folder;
  private final Set<String> asked;
  private final Set<String> wanted;
  private final Items items = new Items();
  private int looks;

  ItemReader(Evaluation evaluation, Collection<String> types) {
    this.evaluation = evaluation;
    this.folder = evaluation.project.folder();
    this.asked = types.stream().map(Properties::key).collect(Collectors.toSet());
    this.wanted = new HashSet<>(asked);
  }

  Items read() {
    addReferredTypes();
    evaluation.itemGroups.forEach(this::group);
    return items;
  }

  private void addReferredTypes() {
    int before;
    do {
      before = wanted.size();
      evaluation.itemGroups.stream()
          .flatMap(group -> group.element().children().stream())
          .filter(e -> wanted.contains(Properties.key(e.name())))
          .flatMap(e -> e.attributes().stream())
          .filter(a -> a.value().contains("@("))
          .forEach(a -> addReferred(a.value()));
    } while (wanted.size() > before);
  }

  private void addReferred(String text) {
    Matcher m = REFERENCE.matcher(text);
    while (m.find()) {
      wanted.add(Properties.key(m.group(1)));
    }
  }

  private void group(Evaluation.ItemGroup group) {
    Truth inGroup = group.context().and(() -> decide(group.element(), group.file()));
    if (inGroup == Truth.FALSE) {
      return;
    }
    for (XmlElement e : group.element().children()) {
      if (wanted.contains(Properties.key(e.name())) && isWithinLimits()) {
        Truth truth = inGroup.and(() -> decide(e, group.file()));
        if (truth != Truth.FALSE) {
          item(e, group.file(), truth);
        }
      }
    }
  }

  private boolean isWithinLimits() {
    boolean within = looks < MOST_LOOKS && items.size() < MOST_ITEMS;
    if (!within) {
      items.doubt("there are too many items; the rest are left out");
    }
    return within;
  }

  private Truth decide(XmlElement e, ProjectFile file) {
    Truth truth = evaluation.decide(e, file, folder);
    if (truth == Truth.UNDECIDED && isAskedCompile(e)) {
      items.doubt(
          "whether files are compiled depends on "
              + e.value("Condition").strip()
              + " ("
              + e.location()
              + ")");
    }
    return truth;
  }

  private boolean isAskedCompile(XmlElement e) {
    return asked.contains("compile")
        && (e.name().equals("Compile") || e.first("Compile").isPresent());
  }

  private void item(XmlElement e, ProjectFile file, Truth truth) {
    Expander expander = evaluation.expander(file);
    if (e.attribute("Include").isPresent()) {
      include(e, file, expander, truth);
    }
    // What is only perhaps removed stays: reading too much is better than too little.
    if (e.attribute("Remove").isPresent() && truth == Truth.TRUE) {
      items.removeIf(e.name(), matcher(expander.expand(e.value("Remove"))));
    }
    if (e.attribute("Update").isPresent() && !FILES.contains(Properties.key(e.name()))) {
      Map<String, Property> metadata = metadata(e, file, expander);
      items.update(e.name(), matcher(expander.expand(e.value("Update"))), metadata);
    }
  }

  private void include(XmlElement e, ProjectFile file, Expander expander, Truth truth) {
    Text list = expander.expand(e.value("Include"));
    ItemSpec spec = new ItemSpec(folder, items, list.value()).read();
    Predicate<Item> excluded = matcher(expander.expand(e.value("Exclude")));
    Map<String, Property> metadata =
        FILES.contains(Properties.key(e.name())) ? Map.of() : metadata(e, file, expander);
    boolean certain = truth == Truth.TRUE && list.known();
    Location at = e.attribute("Include").map(XmlElement.Attribute::location).orElse(e.location());
    for (String literal : spec.literals()) {
      Optional<String> path = TreeFiles.resolve(folder, literal);
      add(e.name(), new Item(literal, path, certain, metadata, at), excluded);
    }
    looks += spec.globs().size();
    spec.globs().stream()
        .flatMap(glob -> glob.find(evaluation.tree))
        .map(path -> new Item(path, Optional.of(path), certain, metadata, at))
        .forEach(item -> add(e.name(), item, excluded));
    for (String part : spec.unreadable()) {
      doubt(e, "names " + part + ", which only a build can tell", at);
    }
  }

  private void add(String type, Item item, Predicate<Item> excluded) {
    if (!excluded.test(item)) {
      items.add(type, item);
    }
  }

  private void doubt(XmlElement e, String what, Location at) {
    if (asked.contains("compile") && e.name().equals("Compile")) {
      items.doubt("Compile " + what + " (" + at + ")");
    }
  }

  private Predicate<Item> matcher(Text list) {
    return list.value().isBlank()
        ? item -> false
        : new ItemSpec(folder, items, list.value()).read().matcher();
  }

  private Map<String, Property> metadata(XmlElement e, ProjectFile file, Expander expander) {
    Map<String, Property> all = new HashMap<>();
    for (XmlElement.Attribute a : e.attributes()) {
      if (!OPERATIONS.contains(a.name())) {
        put(all, a.name(), a.value(), a.location(), expander);
      }
    }
    for (XmlElement child : e.children()) {
      if (evaluation.decide(child, file, folder) != Truth.FALSE) {
        put(all, child.name(), child.text(), file.textOf(child), expander);
      }
    }
    return all;
  }

  private static void put(
      Map<String, Property> all, String name, String raw, Location at, Expander expander) {
    Text text = expander.expand(raw);
    boolean literal = text.value().equals(raw);
    all.put(Properties.key(name), new Property(text.value(), text.known(), literal, at));
  }
}
