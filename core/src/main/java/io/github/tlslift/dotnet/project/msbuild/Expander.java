package io.github.tlslift.dotnet.project.msbuild;

import io.github.tlslift.io.FileTree;
import java.util.regex.Pattern;

/** Puts the values of properties where {@code $(...)} names them. */
final class Expander {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
  private static final int DEEPEST = 20;

  final FileTree tree;
  private final ProjectFiles files;
  final ProjectFile project;
  final ProjectFile current;
  private final Properties properties;

  Expander(ProjectFiles files, ProjectFile project, ProjectFile current, Properties properties) {
    this.files = files;
    this.tree = files.tree;
    this.project = project;
    this.current = current;
    this.properties = properties;
  }

  Text expand(String raw) {
    return expand(raw, 0);
  }

  Text expand(String raw, int depth) {
    if (raw.indexOf("$(") < 0) {
      return Text.known(raw);
    }
    StringBuilder out = new StringBuilder();
    boolean known = true;
    int from = 0;
    for (int at = raw.indexOf("$("); at >= 0; at = raw.indexOf("$(", from)) {
      int end = Brackets.close(raw, at + 2);
      if (end < 0 || depth > DEEPEST) {
        return Text.unknown(raw);
      }
      Text value = value(raw.substring(at + 2, end).strip(), depth + 1);
      if (!properties.spend(value.value().length())) {
        return Text.unknown("");
      }
      out.append(raw, from, at).append(value.value());
      known &= value.known();
      from = end + 1;
    }
    return new Text(out.append(raw, from, raw.length()).toString(), known);
  }

  /** The value of what stands between {@code $(} and {@code )}. */
  private Text value(String expression, int depth) {
    return NAME.matcher(expression).matches()
        ? property(expression)
        : new PropertyFunctions(this, depth).evaluate(expression);
  }

  Text property(String name) {
    return properties
        .get(name)
        .map(Property::text)
        .orElseGet(() -> WellKnown.value(name, project, current, files));
  }
}
