package io.github.tlslift.dotnet.config;

import io.github.tlslift.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Applies a {@code Web.Release.config} and its kin (Microsoft: Web.config Transformation Syntax for
 * Web Project Deployment).
 */
public final class Transform {
  private final Node document;
  private final List<String> notFollowed = new ArrayList<>();

  private Transform(XmlElement base) {
    XmlElement above =
        new XmlElement("", List.of(), List.of(base), "", base.location(), base.location());
    this.document = Node.copyOf(above);
  }

  /**
   * What a transform makes of a file.
   *
   * @param element the root, each value with the place it was read from
   * @param notFollowed what of the transform had no effect, with the reason
   */
  public record Result(XmlElement element, List<String> notFollowed) {
    /** Copies the list. */
    public Result {
      notFollowed = List.copyOf(notFollowed);
    }
  }

  /** Applies a transform to a file. */
  public static Result apply(XmlElement base, XmlElement transform) {
    Transform run = new Transform(base);
    run.step(transform, List.of(run.document));
    XmlElement made = run.document.children().stream().findFirst().map(Node::element).orElse(base);
    return new Result(made, run.notFollowed);
  }

  private void step(XmlElement t, List<Node> parents) {
    try {
      List<Node> targets = located(t, parents);
      Directive what = Directive.of(t, Directive.TRANSFORM);
      if (what.name().isEmpty()) {
        t.children().forEach(c -> step(c, targets));
      } else {
        change(t, what, targets, parents);
      }
    } catch (NotFollowedException e) {
      notFollowed.add(t.location() + ": " + e.getMessage());
    }
  }

  private List<Node> located(XmlElement t, List<Node> parents) throws NotFollowedException {
    Directive locator = Directive.of(t, Directive.LOCATOR);
    List<Node> named = children(parents, n -> n.name().equals(t.name()));
    return switch (locator.name()) {
      case "" -> named;
      case "Match" -> matching(t, locator.names(), named);
      case "Condition" -> Condition.parse(locator.argument()).filter(named);
      case "XPath" -> XPath.parse(locator.argument()).select(document, parents);
      default -> throw new NotFollowedException("the locator " + locator.name() + " is not known");
    };
  }

  private static List<Node> matching(XmlElement t, List<String> names, List<Node> among)
      throws NotFollowedException {
    List<Node> found = among;
    for (String name : names) {
      Optional<String> value = t.attribute(name).map(XmlElement.Attribute::value);
      if (value.isEmpty()) {
        throw new NotFollowedException("Match(" + name + ") without an attribute " + name);
      }
      found = found.stream().filter(n -> n.value(name).equals(value)).toList();
    }
    return found;
  }

  private static List<Node> children(List<Node> parents, Predicate<Node> which) {
    return parents.stream().flatMap(p -> p.children().stream()).filter(which).toList();
  }

  private void change(XmlElement t, Directive what, List<Node> targets, List<Node> parents)
      throws NotFollowedException {
    switch (what.name()) {
      case "Insert" -> first(parents, "to insert into").append(Node.copyOf(t));
      case "InsertIfMissing" -> insertIfMissing(t, targets, parents);
      case "InsertBefore" -> sibling(what, parents).insertBeside(Node.copyOf(t), 0);
      case "InsertAfter" -> sibling(what, parents).insertBeside(Node.copyOf(t), 1);
      case "Replace" -> replace(first(targets, "to replace"), t);
      case "Remove" -> first(targets, "to remove").remove();
      case "RemoveAll" -> some(targets, "to remove").forEach(Node::remove);
      case "SetAttributes" -> setAttributes(t, what.names(), some(targets, "to set attributes of"));
      case "RemoveAttributes" ->
          some(targets, "to take attributes from").forEach(n -> n.unset(what.names()));
      default -> throw new NotFollowedException("the transform " + what.name() + " is not known");
    }
  }

  private static void insertIfMissing(XmlElement t, List<Node> targets, List<Node> parents)
      throws NotFollowedException {
    if (targets.isEmpty()) {
      first(parents, "to insert into").append(Node.copyOf(t));
    }
  }

  private Node sibling(Directive what, List<Node> parents) throws NotFollowedException {
    return first(
        XPath.parse(what.argument()).select(document, parents), "to insert beside: " + what);
  }

  private static void replace(Node old, XmlElement t) {
    old.insertBeside(Node.copyOf(t), 0);
    old.remove();
  }

  private static void setAttributes(XmlElement t, List<String> names, List<Node> targets) {
    t.attributes().stream()
        .filter(a -> !Directive.is(a) && (names.isEmpty() || names.contains(a.name())))
        .forEach(a -> targets.forEach(n -> n.set(a)));
  }

  private static Node first(List<Node> nodes, String purpose) throws NotFollowedException {
    return some(nodes, purpose).get(0);
  }

  private static List<Node> some(List<Node> nodes, String purpose) throws NotFollowedException {
    if (nodes.isEmpty()) {
      throw new NotFollowedException("no element " + purpose);
    }
    return nodes;
  }
}
