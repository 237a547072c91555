package io.github.tlslift.dotnet.config;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of XPath 1.0 that transforms use: child steps by name, with conditions on attributes.
 */
final class XPath {
  private record Step(String name, List<Condition> conditions) {}

  private final boolean absolute;
  private final List<Step> steps;

  private XPath(boolean absolute, List<Step> steps) {
    this.absolute = absolute;
    this.steps = steps;
  }

  /**
   * A path.
   *
   * @throws NotFollowedException where it needs more than child steps and conditions
   */
  static XPath parse(String text) throws NotFollowedException {
    String path = text.strip();
    boolean absolute = path.startsWith("/");
    return new XPath(absolute, steps(path.substring(absolute ? 1 : 0)));
  }

  private static List<Step> steps(String path) throws NotFollowedException {
    List<Step> steps = new ArrayList<>();
    for (String step : parts(path)) {
      int bracket = step.indexOf('[');
      String name = bracket < 0 ? step : step.substring(0, bracket);
      String local = name.substring(name.indexOf(':') + 1).strip();
      if (!local.matches("[\\w.-]+|\\*") || local.equals("..")) {
        throw new NotFollowedException("the step " + step + " is no child step");
      }
      steps.add(new Step(local, conditions(bracket < 0 ? "" : step.substring(bracket))));
    }
    return steps;
  }

  // At '/', but not inside brackets or quotes.
  private static List<String> parts(String path) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    int depth = 0;
    char quote = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '/' && depth == 0) {
        parts.add(path.substring(from, i));
        from = i + 1;
      } else {
        depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      }
    }
    parts.add(path.substring(from));
    return parts;
  }

  private static List<Condition> conditions(String brackets) throws NotFollowedException {
    List<Condition> all = new ArrayList<>();
    int from = 0;
    while (from < brackets.length()) {
      int end = brackets.indexOf(']', from);
      if (brackets.charAt(from) != '[' || end < 0) {
        throw new NotFollowedException(brackets + " is no list of conditions");
      }
      all.add(Condition.parse(brackets.substring(from + 1, end)));
      from = end + 1;
    }
    return all;
  }

  /** The elements at the end of the path. */
  List<Node> select(Node document, List<Node> contexts) {
    List<Node> here = absolute ? List.of(document) : contexts;
    for (Step step : steps) {
      here = here.stream().flatMap(n -> below(n, step).stream()).toList();
    }
    return here;
  }

  private static List<Node> below(Node node, Step step) {
    if (step.name.equals(".")) {
      return List.of(node);
    }
    List<Node> found =
        node.children().stream()
            .filter(c -> step.name.equals("*") || c.name().equals(step.name))
            .toList();
    for (Condition condition : step.conditions) {
      found = condition.filter(found);
    }
    return found;
  }
}
