package io.github.tlslift.dotnet.project;

import io.github.tlslift.io.FileTree;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.xml.XmlElement;
import io.github.tlslift.xml.XmlReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads solutions: {@code .sln}, {@code .slnx} and the filters {@code .slnf}. */
public final class SolutionReader {
  // learn: solution (.sln) file, project sections.
  private static final Pattern PROJECT =
      Pattern.compile(
          "(?m)^\\s*Project\\(\"\\{([^}\"]*)\\}\"\\)\\s*=\\s*\"[^\"]*\"\\s*,\\s*\"([^\"]*)\"");
  private static final String FOLDER = "2150E333-8FDC-42A3-9474-1A3956D46DE8";
  private static final String WEBSITE = "E24C65DC-7377-472B-9ABA-BC803B73C61A";

  private final SourceText file;
  private final FileTree tree;
  private final Set<String> projects = new LinkedHashSet<>();
  private final Set<String> websites = new LinkedHashSet<>();
  private final Set<String> missing = new LinkedHashSet<>();

  private SolutionReader(SourceText file, FileTree tree) {
    this.file = file;
    this.tree = tree;
  }

  /** Whether a path is that of a solution. */
  public static boolean reads(String path) {
    return Set.of("sln", "slnx", "slnf").contains(TreePath.extension(path));
  }

  /** What a solution names, seen from its folder. */
  public static Solution read(String path, FileTree tree) throws MalformedInputException {
    SourceText text = tree.text(path).orElse(null);
    if (text == null) {
      throw new MalformedInputException(0, "solution", "the file could not be read");
    }
    SolutionReader reader = new SolutionReader(text, tree);
    switch (TreePath.extension(path)) {
      case "slnx" -> reader.xml();
      case "slnf" -> reader.filter();
      default -> reader.lines();
    }
    return reader.solution();
  }

  private Solution solution() {
    return new Solution(
        file.file(), List.copyOf(projects), List.copyOf(websites), List.copyOf(missing));
  }

  private void lines() throws MalformedInputException {
    if (!file.text().contains("Microsoft Visual Studio Solution File")) {
      throw new MalformedInputException(0, "header", "not a Visual Studio solution");
    }
    Matcher m = PROJECT.matcher(file.text());
    while (m.find()) {
      if (m.group(1).equalsIgnoreCase(WEBSITE)) {
        website(m.group(2));
      } else if (!m.group(1).equalsIgnoreCase(FOLDER)) {
        project(folder(), m.group(2));
      }
    }
  }

  // A site on a server has an address instead of a folder.
  private void website(String written) {
    Optional<String> folder = TreePath.resolve(folder(), written);
    if (folder.isPresent() && !tree.under(folder.get()).isEmpty()) {
      websites.add(folder.get());
    } else {
      missing.add(written);
    }
  }

  private void project(String folder, String written) {
    TreePath.resolve(folder, written)
        .flatMap(tree::find)
        .ifPresentOrElse(projects::add, () -> missing.add(written));
  }

  private String folder() {
    return TreePath.folder(file.file());
  }

  private void xml() throws MalformedInputException {
    XmlElement root = XmlReader.read(file);
    if (!root.name().equals("Solution")) {
      throw new MalformedInputException(
          root.location().offset(), "root", "<" + root.name() + "> instead of <Solution>");
    }
    root.tree()
        .filter(e -> e.name().equals("Project"))
        .flatMap(e -> e.attribute("Path").stream())
        .forEach(a -> project(folder(), a.value()));
  }

  // learn: filtered solutions. The projects are seen from the folder of the solution they filter.
  private void filter() throws MalformedInputException {
    SolutionFilter filter = SolutionFilter.read(file);
    String from = TreePath.resolve(folder(), filter.solution()).map(TreePath::folder).orElse("");
    filter.projects().forEach(path -> project(from, path));
  }
}
