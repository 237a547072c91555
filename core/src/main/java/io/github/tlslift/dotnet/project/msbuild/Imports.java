package io.github.tlslift.dotnet.project.msbuild;

import io.github.tlslift.io.FileTree;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Follows a project's SDKs and imports, each file once (MSB4011 makes a second time a no-op). */
final class Imports {
  private static final int DEEPEST = 40;

  private final Evaluation evaluation;
  private final FileTree tree;
  private final ProjectFile project;
  private final List<ProjectFile> files = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> undecided = new LinkedHashSet<>();
  private final Set<String> sdks = new LinkedHashSet<>();
  private final Set<String> names = new HashSet<>();
  private int depth;

  Imports(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.tree = evaluation.tree;
    this.project = evaluation.project;
  }

  List<ProjectFile> files() {
    return files;
  }

  List<String> undecided() {
    return List.copyOf(undecided);
  }

  List<String> sdks() {
    return List.copyOf(sdks);
  }

  Set<String> names() {
    return names;
  }

  void project() {
    define("_ProjectToolsVersion", project.root().value("ToolsVersion"));
    Escapes.list(project.root().value("Sdk")).forEach(this::sdk);
    project.root().all("Sdk").map(e -> e.value("Name")).forEach(this::sdk);
    boolean implicit = !sdks.isEmpty();
    if (implicit) {
      sdkFile("Sdk.props", Truth.TRUE);
    }
    evaluate(project, Truth.TRUE);
    if (implicit) {
      sdkFile("Sdk.targets", Truth.TRUE);
    }
  }

  // NAME or NAME/VERSION.
  private void sdk(String written) {
    String name = written.split("/", 2)[0].strip();
    sdks.add(name);
    String output = Installed.sdkOutput(name).orElse("Library");
    if (Installed.sdkOutput(name).isEmpty()) {
      undecided.add("SDK " + name + " is not known; read as Microsoft.NET.Sdk");
    }
    if (evaluation.value("_SdkOutputType").isEmpty() || !output.equals("Library")) {
      define("_SdkOutputType", output);
    }
  }

  private void define(String name, String value) {
    evaluation.properties.set(name, new Property(value, true, false, evaluation.at()));
  }

  private void sdkFile(String name, Truth context) {
    Installed.sdkFile(name).ifPresent(file -> evaluate(file, context));
  }

  void follow(XmlElement e, ProjectFile from, Truth context) {
    Truth truth = context.and(() -> evaluation.decide(e, from, from.folder()));
    if (truth == Truth.FALSE) {
      return;
    }
    if (e.attribute("Sdk").isPresent()) {
      sdk(e.value("Sdk"));
      sdkFile(e.value("Project"), truth);
      return;
    }
    Text text = evaluation.expander(from).expand(e.value("Project"));
    for (String part : Escapes.list(text.value())) {
      String written = Escapes.unescape(part);
      if (!follow(written, from, truth) && text.known() && truth == Truth.TRUE) {
        missing(written, from, e);
      }
    }
  }

  private boolean follow(String written, ProjectFile from, Truth truth) {
    names.add(TreePath.name(written.replace('\\', '/')).toLowerCase(Locale.ROOT));
    if (Glob.isPattern(written)) {
      Glob.of(from.folder(), written).find(tree).forEach(path -> read(path, truth));
      return true;
    }
    Optional<String> found = TreeFiles.resolve(from.folder(), written).flatMap(tree::find);
    if (found.isPresent()) {
      read(found.get(), truth);
      return true;
    }
    Installed.language(written).filter(id -> !id.isEmpty()).ifPresent(this::identify);
    Optional<ProjectFile> installed = Installed.resource(written);
    installed.ifPresent(file -> evaluate(file, truth));
    return installed.isPresent();
  }

  private void missing(String written, ProjectFile from, XmlElement e) {
    if (!isBroughtAlong(written)) {
      String path = TreeFiles.resolve(from.folder(), written).orElse(written);
      undecided.add("imports " + path + ", which is not there (" + e.location() + ")");
    }
  }

  private void identify(String identifier) {
    if (evaluation.property("TargetFrameworkIdentifier").isEmpty()) {
      define("TargetFrameworkIdentifier", identifier);
    }
  }

  // MSBuild's and Visual Studio's own files, and what a restore of packages puts there.
  private static boolean isBroughtAlong(String written) {
    String path = written.toLowerCase(Locale.ROOT).replace('\\', '/');
    return path.startsWith("msbuild:")
        || path.startsWith("microsoft.")
        || path.contains("/packages/")
        || path.startsWith("packages/")
        || path.contains(".nuget/");
  }

  private void read(String path, Truth truth) {
    if (seen.contains(path)) {
      return;
    }
    ProjectFiles.Imported imported = evaluation.files.imported(path);
    imported
        .file()
        .ifPresentOrElse(
            file -> evaluate(file, truth),
            () -> undecided.add("imports " + path + ", which " + imported.problem()));
  }

  private void evaluate(ProjectFile file, Truth context) {
    if (!seen.add(file.path())) {
      return;
    }
    if (depth >= DEEPEST) {
      undecided.add("imports are nested deeper than " + DEEPEST + " at " + file.path());
      return;
    }
    depth++;
    files.add(file);
    evaluation.elements(file.root().children(), file, context);
    depth--;
  }
}
