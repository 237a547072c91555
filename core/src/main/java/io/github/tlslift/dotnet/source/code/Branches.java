package io.github.tlslift.dotnet.source.code;

import io.github.tlslift.dotnet.source.lex.Token;
import io.github.tlslift.dotnet.source.lex.TokenKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The {@code #if} branches of a file. Each branch is in at least one of the {@link #passes}, and
 * each pass is the file as a compiler with some set of symbols would see it.
 */
public final class Branches {
  private static final Pattern IF = Pattern.compile("#\\s*if", Pattern.CASE_INSENSITIVE);
  private static final int MOST_PASSES = 10;

  /** Either a token or a group of branches. */
  private record Item(List<Token> token, List<Group> group) {}

  private static final class Group {
    private final List<List<Item>> branches = new ArrayList<>();
    private String label = "";
    private boolean hasElse;
    private boolean decided;
    private int next;
    private int begun;
    private int start;

    // Without #else there is one that is empty.
    private int count() {
      return hasElse ? begun : begun + 1;
    }

    private boolean isDone() {
      return next >= branches.size();
    }
  }

  private record Range(String label, int start, int end, Group group, int index) {}

  /**
   * One of the branches of an {@code #if}, of which a compiler takes one.
   *
   * @param start where the first of them begins
   */
  public record Alternative(int start, int index, int count) {}

  private List<Token> plain;
  private List<Item> root = new ArrayList<>();
  private final List<Range> ranges = new ArrayList<>();

  private Branches(List<Token> plain) {
    this.plain = plain;
  }

  /** Sorts the tokens of a file by branch. */
  public static Branches of(List<Token> tokens) {
    boolean none = tokens.stream().noneMatch(Branches::isConditional);
    return none ? new Branches(withoutDirectives(tokens)) : new Builder().build(tokens);
  }

  private static boolean isConditional(Token token) {
    return token.kind() == TokenKind.DIRECTIVE && IF.matcher(token.text()).lookingAt();
  }

  private static List<Token> withoutDirectives(List<Token> tokens) {
    return tokens.stream().filter(t -> t.kind() != TokenKind.DIRECTIVE).toList();
  }

  /**
   * The tokens without the preprocessor's lines, once for each choice of branches. They are handed
   * over: a second call gives none, as the places of the branches outlive the tokens.
   */
  public List<List<Token>> takePasses() {
    List<List<Token>> passes = root.isEmpty() ? List.of(plain) : choices();
    plain = List.of();
    root = List.of();
    return passes;
  }

  private List<List<Token>> choices() {
    List<List<Token>> passes = new ArrayList<>();
    do {
      List<Token> tokens = new ArrayList<>();
      emit(root, tokens);
      passes.add(tokens);
    } while (isPending(root) && passes.size() < MOST_PASSES);
    return passes;
  }

  /** The innermost {@code #if} around a place, as {@code #if NAME}. */
  public Optional<String> around(int offset) {
    return ranges.stream()
        .filter(r -> r.start <= offset && offset < r.end)
        .reduce((outer, inner) -> inner.start >= outer.start ? inner : outer)
        .map(Range::label);
  }

  /** Which of the alternatives a place is in, where nothing but one {@code #if} is around it. */
  public Optional<Alternative> alternative(int offset) {
    List<Range> around = ranges.stream().filter(r -> r.start <= offset && offset < r.end).toList();
    return around.stream()
        .filter(r -> around.size() == 1 && !r.group.decided)
        .map(r -> new Alternative(r.group.start, r.index, r.group.count()))
        .findFirst();
  }

  /** The first {@code #if} that begins inside a stretch. */
  public Optional<String> within(int start, int end) {
    return ranges.stream()
        .filter(r -> r.start > start && r.start < end)
        .findFirst()
        .map(Range::label);
  }

  private static void emit(List<Item> items, List<Token> out) {
    for (Item item : items) {
      out.addAll(item.token);
      for (Group group : item.group) {
        List<Item> chosen = group.branches.get(group.isDone() ? 0 : group.next);
        emit(chosen, out);
        if (!group.isDone() && !isPending(chosen)) {
          group.next++;
        }
      }
    }
  }

  private static boolean isPending(List<Item> items) {
    return items.stream().flatMap(i -> i.group.stream()).anyMatch(g -> !g.isDone());
  }

  private static final class Builder {
    private static final int MOST_NESTING = 64;
    private final Branches branches = new Branches(List.of());
    private final Deque<List<Item>> open = new ArrayDeque<>();
    private final Deque<Group> groups = new ArrayDeque<>();
    private final Deque<String> labels = new ArrayDeque<>();
    private final Deque<Integer> starts = new ArrayDeque<>();

    private Branches build(List<Token> tokens) {
      open.push(branches.root);
      for (Token token : tokens) {
        if (token.kind() == TokenKind.DIRECTIVE) {
          directive(token);
        } else {
          run(open.element()).add(token);
        }
      }
      int end = tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).end();
      while (!groups.isEmpty()) {
        close(end);
      }
      return branches;
    }

    // Tokens between two decisions are one item.
    private static List<Token> run(List<Item> items) {
      boolean fresh = items.isEmpty() || !items.get(items.size() - 1).group.isEmpty();
      if (fresh) {
        items.add(new Item(new ArrayList<>(), List.of()));
      }
      return items.get(items.size() - 1).token;
    }

    private void directive(Token token) {
      String line = token.text().substring(1).strip();
      String word = line.split("[^A-Za-z]", 2)[0].toLowerCase(Locale.ROOT);
      String rest = withoutThen(line.substring(Math.min(word.length(), line.length())).strip());
      if (word.equals("if") && groups.size() < MOST_NESTING) {
        Group group = new Group();
        open.element().add(new Item(List.of(), List.of(group)));
        groups.push(group);
        group.label = "#if " + rest;
        begin(group.label, rest, token.end());
      } else if ((word.equals("elif") || word.equals("elseif")) && !groups.isEmpty()) {
        String before = groups.element().label;
        finish(token.start());
        begin("#elif " + rest + " after " + before, rest, token.end());
      } else if (word.equals("else") && !groups.isEmpty()) {
        String before = groups.element().label;
        finish(token.start());
        groups.element().hasElse = true;
        begin("#else of " + before, "", token.end());
      } else if ((word.equals("endif") || isEndIf(line)) && !groups.isEmpty()) {
        close(token.start());
      }
    }

    private static boolean isEndIf(String line) {
      return line.toLowerCase(Locale.ROOT).replace(" ", "").startsWith("endif");
    }

    private static String withoutThen(String condition) {
      int comment = condition.indexOf("//");
      String bare = (comment < 0 ? condition : condition.substring(0, comment)).strip();
      return bare.toLowerCase(Locale.ROOT).endsWith(" then")
          ? bare.substring(0, bare.length() - 5).strip()
          : bare;
    }

    // Branches after "#if true", and those of "#if false", are never compiled: nothing holds them.
    private void begin(String label, String condition, int at) {
      List<Item> branch = new ArrayList<>();
      Group group = groups.element();
      boolean never = condition.equalsIgnoreCase("false");
      if (!never && !group.decided) {
        group.branches.add(branch);
      }
      group.decided |= condition.equalsIgnoreCase("true");
      group.start = group.begun++ == 0 ? at : group.start;
      open.push(branch);
      labels.push(label);
      starts.push(at);
    }

    private void finish(int at) {
      open.pop();
      String label = labels.pop();
      int start = starts.pop();
      if (!label.equalsIgnoreCase("#if true")) {
        Group group = groups.element();
        branches.ranges.add(new Range(label, start, at, group, group.begun - 1));
      }
    }

    private void close(int at) {
      finish(at);
      Group group = groups.pop();
      if (!group.hasElse && !group.decided) {
        group.branches.add(new ArrayList<>());
      }
    }
  }
}
