package io.github.tlslift.dotnet.config;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A condition of an XPath on the attributes or text of an element, or its position. */
final class Condition {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(@?[\\w:.-]+|'[^']*'|\"[^\"]*\"|!=|=|[(),])");
  private static final int DEEPEST = 32;

  private final Predicate<Node> holds;
  private final int position;

  private Condition(Predicate<Node> holds, int position) {
    this.holds = holds;
    this.position = position;
  }

  /**
   * The condition of a text such as {@code @name='a' or not(@b)}.
   *
   * @throws NotFollowedException where it is of another form
   */
  static Condition parse(String text) throws NotFollowedException {
    if (text.strip().matches("\\d{1,6}")) {
      return new Condition(n -> true, Integer.parseInt(text.strip()));
    }
    Parser parser = new Parser(text);
    Predicate<Node> holds = parser.or(0);
    parser.end();
    return new Condition(holds, 0);
  }

  /** The elements for which it holds. */
  List<Node> filter(List<Node> nodes) {
    if (position > 0) {
      return position <= nodes.size() ? List.of(nodes.get(position - 1)) : List.of();
    }
    return nodes.stream().filter(holds).toList();
  }

  private static final class Parser {
    private final String text;
    private final Matcher tokens;
    private String token = "";
    private int at;

    Parser(String text) throws NotFollowedException {
      this.text = text;
      this.tokens = TOKEN.matcher(text);
      next();
    }

    Predicate<Node> or(int depth) throws NotFollowedException {
      Predicate<Node> left = and(depth);
      while (take("or")) {
        left = left.or(and(depth));
      }
      return left;
    }

    void end() throws NotFollowedException {
      if (!token.isEmpty()) {
        throw wrong();
      }
    }

    private Predicate<Node> and(int depth) throws NotFollowedException {
      Predicate<Node> left = one(depth);
      while (take("and")) {
        left = left.and(one(depth));
      }
      return left;
    }

    private Predicate<Node> one(int depth) throws NotFollowedException {
      if (depth > DEEPEST) {
        throw wrong();
      }
      boolean not = take("not");
      if (not || token.equals("(")) {
        expect("(");
        Predicate<Node> inner = or(depth + 1);
        expect(")");
        return not ? inner.negate() : inner;
      }
      return token.equals("contains") || token.equals("starts-with") ? call() : comparison();
    }

    private Predicate<Node> call() throws NotFollowedException {
      boolean contains = token.equals("contains");
      next();
      expect("(");
      Function<Node, String> whole = operand();
      expect(",");
      Function<Node, String> part = operand();
      expect(")");
      return n ->
          contains
              ? whole.apply(n).contains(part.apply(n))
              : whole.apply(n).startsWith(part.apply(n));
    }

    private Predicate<Node> comparison() throws NotFollowedException {
      boolean attribute = token.startsWith("@");
      String name = attribute ? token.substring(1) : "";
      Function<Node, String> left = operand();
      if (token.equals("=") || token.equals("!=")) {
        boolean equal = token.equals("=");
        next();
        Function<Node, String> right = operand();
        Predicate<Node> there = n -> !attribute || n.value(name).isPresent();
        return there.and(n -> left.apply(n).equals(right.apply(n)) == equal);
      }
      if (!attribute) {
        throw wrong();
      }
      return n -> n.value(name).isPresent();
    }

    private Function<Node, String> operand() throws NotFollowedException {
      String operand = token;
      boolean quoted = operand.startsWith("'") || operand.startsWith("\"");
      next();
      if (operand.startsWith("@")) {
        String name = operand.substring(operand.indexOf(':') + 1).replace("@", "");
        return n -> n.value(name).orElse("");
      }
      if (quoted) {
        return n -> operand.substring(1, operand.length() - 1);
      }
      if (operand.equals("text") && take("(")) {
        expect(")");
        return Node::text;
      }
      throw wrong();
    }

    private void expect(String what) throws NotFollowedException {
      if (!take(what)) {
        throw wrong();
      }
    }

    private boolean take(String what) throws NotFollowedException {
      if (!token.equals(what)) {
        return false;
      }
      next();
      return true;
    }

    private void next() throws NotFollowedException {
      if (tokens.region(at, text.length()).lookingAt()) {
        token = tokens.group(1);
        at = tokens.end();
      } else if (text.substring(at).isBlank()) {
        token = "";
      } else {
        throw wrong();
      }
    }

    private NotFollowedException wrong() {
      return new NotFollowedException("the condition " + text + " is of a form that is not read");
    }
  }
}
