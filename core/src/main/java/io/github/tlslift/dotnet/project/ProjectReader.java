package io.github.tlslift.dotnet.project;

import io.github.tlslift.dotnet.project.msbuild.Evaluation;
import io.github.tlslift.dotnet.project.msbuild.ProjectFiles;
import io.github.tlslift.io.FileTree;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.model.TargetFramework;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads project files of C#, VB and F#, old style and SDK style, with what they import. */
public final class ProjectReader {
  private static final Set<String> EXTENSIONS =
      Set.of("csproj", "vbproj", "fsproj", "shproj", "sqlproj");

  private final FileTree tree;
  private final ProjectFiles files;

  /** A reader of the projects of a tree; what several import is read once. */
  public ProjectReader(FileTree tree) {
    this.tree = tree;
    this.files = new ProjectFiles(tree);
  }

  /** Whether a path is that of a project file with .NET code. */
  public static boolean reads(String path) {
    return EXTENSIONS.contains(TreePath.extension(path));
  }

  /**
   * What a project says, as a Release build of it would see it.
   *
   * @throws MalformedInputException where the file is no project; a broken import is only noted
   */
  public Project read(String path) throws MalformedInputException {
    SourceText text = tree.text(path).orElse(null);
    if (text == null) {
      throw new MalformedInputException(0, "project", "the file could not be read");
    }
    return project(path, Builds.of(Evaluation.of(text, files)));
  }

  /** A single project of a tree. */
  public static Project read(String path, FileTree tree) throws MalformedInputException {
    return new ProjectReader(tree).read(path);
  }

  private Project project(String path, Builds builds) {
    Set<String> undecided = new LinkedHashSet<>(builds.undecided());
    List<TargetFramework> targets = Frameworks.targets(builds, undecided);
    Project.Output output = Outputs.of(builds, undecided);
    Contents contents = Contents.read(builds, tree);
    Packages packages = Packages.read(builds, contents.packagesConfig(), undecided);
    List<String> assemblies = References.assemblies(builds);
    Bits bits = Bits.of(builds, output, undecided);
    Sources sources = Sources.read(builds, tree);
    List<String> references = References.projects(builds, tree, undecided);
    undecided.addAll(sources.undecided());
    return new Project(
        path,
        Outputs.assemblyName(builds.each().get(0).evaluation(), path),
        output,
        targets,
        builds.each().stream().noneMatch(ProjectReader::leavesOutAttribute),
        bits.bitness(),
        bits.at(),
        Flavors.of(builds, packages.ids(), assemblies),
        sources.files(),
        contents.appConfig(),
        contents.files(),
        references,
        packages.settings(),
        assemblies,
        List.copyOf(undecided));
  }

  private static boolean leavesOutAttribute(Builds.Build build) {
    return build.evaluation().isFalse("GenerateTargetFrameworkAttribute");
  }
}
