package io.github.tlslift.dotnet.project.msbuild;

import io.github.tlslift.io.FileTree;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.Location;
import io.github.tlslift.xml.XmlElement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A project evaluated for one choice of global properties: first properties and imports in the
 * order of the file, then items with the final properties (MSBuild: how MSBuild builds projects).
 */
public final class Evaluation {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\(([A-Za-z_][A-Za-z0-9_-]*)\\)");

  private static final List<String> CONFIGURATION = List.of("Configuration", "Platform");

  final ProjectFiles files;
  final FileTree tree;
  final ProjectFile project;
  final Properties properties = new Properties();
  final List<ItemGroup> itemGroups = new ArrayList<>();
  final List<XmlElement> targets = new ArrayList<>();
  private final Imports imports;
  private final Map<String, List<String>> doubts = new LinkedHashMap<>();

  /** An {@code ItemGroup}, kept until all properties are known. */
  record ItemGroup(XmlElement element, ProjectFile file, Truth context) {}

  private Evaluation(ProjectFiles files, ProjectFile project) {
    this.files = files;
    this.tree = files.tree;
    this.project = project;
    this.imports = new Imports(this);
  }

  /**
   * Evaluates a project as it stands.
   *
   * @throws MalformedInputException where the project itself is not one
   */
  public static Evaluation of(SourceText source, ProjectFiles files)
      throws MalformedInputException {
    Evaluation evaluation = new Evaluation(files, ProjectFile.read(source));
    evaluation.imports.project();
    return evaluation;
  }

  /** The same project for global properties, which no file replaces. */
  public Evaluation with(Map<String, String> global) {
    Evaluation other = new Evaluation(files, project);
    global.forEach((name, value) -> other.properties.setGlobal(name, value, other.at()));
    other.imports.project();
    return other;
  }

  /** A property that has a value. */
  public Optional<Property> property(String name) {
    return properties.get(name).filter(p -> !p.value().isBlank());
  }

  /** The value of a property, without white space around it; empty text where there is none. */
  public String value(String name) {
    return property(name).map(p -> p.value().strip()).orElse("");
  }

  /** Whether a property says {@code true}. */
  public boolean isTrue(String name) {
    return value(name).equalsIgnoreCase("true");
  }

  /** Whether a property says {@code false}. */
  public boolean isFalse(String name) {
    return value(name).equalsIgnoreCase("false");
  }

  /** The items of some types. */
  public Items items(Collection<String> types) {
    return new ItemReader(this, types).read();
  }

  /** Why a property may have another value, a phrase each. */
  public List<String> doubts(String property) {
    return doubts.getOrDefault(Properties.key(property), List.of());
  }

  /** What could not be followed on the way, a phrase each. */
  public List<String> undecided() {
    return imports.undecided();
  }

  /** The SDKs that the project names. */
  public List<String> sdks() {
    return imports.sdks();
  }

  /** The names of the files that it imports, in lower case, whether or not they are there. */
  public Set<String> importedNames() {
    return imports.names();
  }

  /** Whether a property is set by a file rather than by MSBuild's defaults. */
  public boolean isGiven(String property) {
    return property(property).filter(p -> !p.location().equals(at())).isPresent();
  }

  /** The folder of the project. */
  public String folder() {
    return project.folder();
  }

  /** The project file as a whole. */
  public Location at() {
    return Location.ofFile(project.path());
  }

  /** The path in the tree that a path written in the project means; empty outside the tree. */
  public Optional<String> resolve(String written) {
    return TreeFiles.resolve(folder(), Escapes.unescape(written));
  }

  /** The conditions that ask for the configuration, in all files that were read, as written. */
  public List<String> configurationConditions() {
    return imports.files().stream()
        .filter(file -> !file.isInstalled())
        .flatMap(file -> file.configurationConditions().stream())
        .toList();
  }

  /** Whether another configuration or platform may mean other values of some properties. */
  public boolean mayDependOnConfiguration(Collection<String> properties) {
    return Influences.reach(
        imports.files().stream().map(ProjectFile::influences).toList(), CONFIGURATION, properties);
  }

  /** The elements in targets that would add items or set properties while building. */
  public List<XmlElement> targets() {
    return List.copyOf(targets);
  }

  void elements(List<XmlElement> elements, ProjectFile file, Truth context) {
    for (XmlElement e : elements) {
      switch (e.name()) {
        case "PropertyGroup" -> propertyGroup(e, file, context);
        case "ItemGroup" -> itemGroups.add(new ItemGroup(e, file, context));
        case "Import" -> imports.follow(e, file, context);
        case "ImportGroup" -> importGroup(e, file, context);
        case "Choose" -> choose(e, file, context);
        case "Target" -> targets.add(e);
        default -> {}
      }
    }
  }

  private void propertyGroup(XmlElement group, ProjectFile file, Truth context) {
    Truth inGroup = context.and(() -> decide(group, file, project.folder()));
    if (inGroup == Truth.FALSE) {
      return;
    }
    for (XmlElement e : group.children()) {
      Truth truth = inGroup.and(() -> decide(e, file, project.folder()));
      if (truth != Truth.FALSE) {
        set(e, file, truth);
      }
    }
  }

  private void set(XmlElement e, ProjectFile file, Truth truth) {
    if (properties.isGlobal(e.name())) {
      return;
    }
    Text text = expander(file).expand(e.text());
    boolean literal = text.value().equals(e.text()) && !file.isInstalled();
    Property said = new Property(text.value(), text.known(), literal, place(e, file));
    Optional<Property> before = properties.get(e.name());
    boolean same = before.filter(b -> b.value().equals(said.value())).isPresent();
    if (truth == Truth.TRUE) {
      properties.set(e.name(), said);
      doubts.remove(Properties.key(e.name()));
    } else if (!same) {
      Property kept = before.filter(b -> !b.value().isBlank()).orElse(said);
      properties.set(e.name(), new Property(kept.value(), false, kept.literal(), kept.location()));
    }
    // A default that is in doubt follows from a doubt already named.
    boolean certain = truth == Truth.TRUE ? text.known() : same;
    if (!certain && !file.isInstalled()) {
      doubt(e, said);
    }
  }

  private void doubt(XmlElement e, Property said) {
    String value = said.value().isBlank() ? "something else" : said.value().strip();
    doubts
        .computeIfAbsent(Properties.key(e.name()), k -> new ArrayList<>())
        .add(
            e.name()
                + " may be "
                + value
                + " ("
                + said.location()
                + "): what decides it is not known");
  }

  // A value that is another property's comes from where that one is set.
  private Location place(XmlElement e, ProjectFile file) {
    Matcher reference = REFERENCE.matcher(e.text().strip());
    Optional<Property> other =
        reference.matches() ? property(reference.group(1)) : Optional.empty();
    return other
        .map(Property::location)
        .orElseGet(() -> file.isInstalled() ? at() : file.textOf(e));
  }

  private void importGroup(XmlElement group, ProjectFile file, Truth context) {
    Truth inGroup = context.and(() -> decide(group, file, file.folder()));
    group.all("Import").forEach(e -> imports.follow(e, file, inGroup));
  }

  // The first When that holds is taken; after an undecided one each of the others may be.
  private void choose(XmlElement choose, ProjectFile file, Truth context) {
    Truth left = context;
    for (XmlElement branch : choose.children()) {
      Truth holds =
          branch.name().equals("When") ? decide(branch, file, project.folder()) : Truth.TRUE;
      Truth taken = left.and(holds);
      if (taken != Truth.FALSE) {
        elements(branch.children(), file, taken);
      }
      left = left.and(holds.not());
    }
  }

  Truth decide(XmlElement e, ProjectFile file, String folder) {
    for (XmlElement.Attribute a : e.attributes()) {
      if (a.name().equals("Condition")) {
        return Condition.decide(a.value(), expander(file), folder);
      }
    }
    return Truth.TRUE;
  }

  Expander expander(ProjectFile current) {
    return new Expander(files, project, current, properties);
  }
}
