package io.github.tlslift.dotnet.source.code;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of code with a name or a condition of its own. Scopes are compared by identity: two
 * readings of a file under different {@code #if} choices have different scopes.
 */
public final class Scope {
  /** The kinds of scope. */
  public enum Kind {
    FILE,
    NAMESPACE,
    TYPE,
    /** A method, constructor, accessor, function or script block with a name. */
    MEMBER,
    LAMBDA,
    /** Runs only sometimes: a branch, a case, a catch, the body of a loop. */
    CONDITIONAL,
    /** Runs whenever what encloses it does: {@code try}, {@code using}, plain braces. */
    BLOCK
  }

  /**
   * A parameter of a member.
   *
   * @param type as written; empty where none is
   * @param byDefault its default value
   * @param rest whether it takes all arguments that are left
   * @param byReference whether the member writes what it is handed: {@code ByRef}
   */
  public record Parameter(
      String name, String type, @Nullable Expr byDefault, boolean rest, boolean byReference) {
    /** A parameter that takes one argument. */
    public Parameter(String name, String type, @Nullable Expr byDefault) {
      this(name, type, byDefault, false, false);
    }

    /** One that takes what is left, where {@code rest} says so. */
    public Parameter(String name, String type, @Nullable Expr byDefault, boolean rest) {
      this(name, type, byDefault, rest, false);
    }
  }

  private final Kind kind;
  private final @Nullable Scope parent;
  private final String name;
  private final List<Parameter> parameters;
  private final List<String> bases;
  private final Set<String> traits;
  private final String condition;
  private final int chain;
  private final int start;

  /**
   * A scope.
   *
   * @param parent empty for a file
   * @param name of a namespace, type or member; empty for others
   * @param bases base types, as written
   * @param traits modifiers and attributes, as written
   * @param condition the condition of a conditional scope, as written
   * @param chain branches of one decision share a number; 0 where there is none
   * @param start its first character
   */
  public Scope(
      Kind kind,
      @Nullable Scope parent,
      String name,
      List<Parameter> parameters,
      List<String> bases,
      Set<String> traits,
      String condition,
      int chain,
      int start) {
    this.kind = kind;
    this.parent = parent;
    this.name = name;
    this.parameters = List.copyOf(parameters);
    this.bases = List.copyOf(bases);
    this.traits = Set.copyOf(traits);
    this.condition = condition;
    this.chain = chain;
    this.start = start;
  }

  /** A file. */
  public static Scope file() {
    return new Scope(Kind.FILE, null, "", List.of(), List.of(), Set.of(), "", 0, 0);
  }

  /** A namespace, module or other named part. */
  public Scope named(Kind inner, String innerName, int at) {
    return new Scope(inner, this, innerName, List.of(), List.of(), Set.of(), "", 0, at);
  }

  /** A type. */
  public Scope type(String typeName, List<String> baseTypes, Set<String> withTraits, int at) {
    return new Scope(Kind.TYPE, this, typeName, List.of(), baseTypes, withTraits, "", 0, at);
  }

  /** A member. */
  public Scope member(String memberName, List<Parameter> with, Set<String> withTraits, int at) {
    return new Scope(Kind.MEMBER, this, memberName, with, List.of(), withTraits, "", 0, at);
  }

  /** A function value. */
  public Scope lambda(List<Parameter> with, int at) {
    return new Scope(Kind.LAMBDA, this, "", with, List.of(), Set.of(), "", 0, at);
  }

  /** A branch that runs only sometimes. */
  public Scope conditional(String when, int inChain, int at) {
    return new Scope(Kind.CONDITIONAL, this, "", List.of(), List.of(), Set.of(), when, inChain, at);
  }

  /** The body of a loop over items: it runs always where they are written down. */
  public Scope loop(Expr items, String when, int inChain, int at) {
    boolean some = items instanceof Expr.Items i && !i.items().isEmpty();
    return some ? block(at) : conditional(when, inChain, at);
  }

  /** A block that always runs. */
  public Scope block(int at) {
    return new Scope(Kind.BLOCK, this, "", List.of(), List.of(), Set.of(), "", 0, at);
  }

  public Kind kind() {
    return kind;
  }

  public @Nullable Scope parent() {
    return parent;
  }

  public String name() {
    return name;
  }

  public List<Parameter> parameters() {
    return parameters;
  }

  public List<String> bases() {
    return bases;
  }

  public String condition() {
    return condition;
  }

  public int chain() {
    return chain;
  }

  public int start() {
    return start;
  }

  /** Whether a call with so many arguments fits the parameters. */
  public boolean takes(int arguments) {
    boolean rest = !parameters.isEmpty() && parameters.get(parameters.size() - 1).rest();
    return rest || arguments <= parameters.size();
  }

  /** Whether it has the modifier or attribute. */
  public boolean has(String trait) {
    return traits.contains(trait);
  }

  public Set<String> traits() {
    return traits;
  }

  /** The nearest scope, this or one around it, that fits. */
  public @Nullable Scope nearest(Predicate<Scope> fits) {
    Scope s = this;
    while (s != null && !fits.test(s)) {
      s = s.parent;
    }
    return s;
  }

  /** The nearest scope of the kind. */
  public @Nullable Scope nearest(Kind wanted) {
    return nearest(s -> s.kind == wanted);
  }

  /** Whether the other is this scope or stands inside it. */
  public boolean encloses(Scope other) {
    return other.nearest(s -> s == this) != null;
  }

  /** How deep it stands: 0 for a file. */
  public int depth() {
    return parent == null ? 0 : parent.depth() + 1;
  }
}
