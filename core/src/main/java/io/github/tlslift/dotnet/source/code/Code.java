package io.github.tlslift.dotnet.source.code;

import io.github.tlslift.dotnet.source.lex.Skimmed;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.io.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one reading of a file gives; filled by a front end, then only read. */
public final class Code {
  private static final int LONGEST_LINE = 1000;
  private static final int MOST_RETURNS = 8;

  private final SourceText text;
  private final Language language;
  private final Branches branches;
  private final Skimmed read;
  private final @Nullable Outer outer;
  private final String written;
  private final int writtenAt;
  private final List<Scope> scopes = new ArrayList<>();
  private final List<Variable> variables = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final Map<String, String> aliases = new HashMap<>();
  private final List<String> statics = new ArrayList<>();
  private final Map<String, String> sharedAliases = new HashMap<>();
  private final List<String> sharedStatics = new ArrayList<>();
  private final Set<Integer> complete = new HashSet<>();
  private final Map<Scope, Decision> decisions = new HashMap<>();

  /** The languages. */
  public enum Language {
    CSHARP(false),
    VB(true),
    FSHARP(false),
    POWERSHELL(true);

    private final boolean anyCase;

    Language(boolean anyCase) {
      this.anyCase = anyCase;
    }

    /** Whether names that differ in case alone are one name. */
    public boolean anyCase() {
      return anyCase;
    }
  }

  /**
   * What runs code that stands in a string.
   *
   * @param scope where it is handed over
   * @param at where what hands it over starts
   * @param elsewhere whether it runs in a process of its own
   */
  public record Outer(Scope scope, int at, boolean elsewhere) {}

  /** A reading without content. */
  public Code(SourceText text, Language language, Branches branches, Skimmed read) {
    this(text, language, branches, read, null);
  }

  private Code(
      SourceText text, Language language, Branches branches, Skimmed read, @Nullable Outer outer) {
    this(text, language, branches, read, outer, text.text(), 0);
  }

  private Code(
      SourceText text,
      Language language,
      Branches branches,
      Skimmed read,
      @Nullable Outer outer,
      String written,
      int writtenAt) {
    this.text = text;
    this.read = read;
    this.written = written;
    this.writtenAt = writtenAt;
    this.language = language;
    this.branches = branches;
    this.outer = outer;
  }

  /** A reading of a string in this file, as code of that language. */
  public Code embedded(Language inner, Outer by) {
    return new Code(text, inner, branches, read, by);
  }

  /** The same of a string that holds the code in another form, such as base64. */
  public Code decoded(Language inner, Outer by, String code, int at) {
    return new Code(text, inner, branches, Skimmed.whole(code), by, code, at);
  }

  /** What runs this code, where it stands in a string. */
  public Optional<Outer> outer() {
    return Optional.ofNullable(outer);
  }

  public SourceText text() {
    return text;
  }

  public Language language() {
    return language;
  }

  /** Whether what was read has one of the words, comments included, whatever their case. */
  public boolean mentions(Words words) {
    return read.mentions(words);
  }

  /** The text between two places on one line, each run of spaces as one space. */
  public String line(int start, int end) {
    String all = written;
    int last = Math.min(all.length(), end - writtenAt);
    StringBuilder line = new StringBuilder();
    boolean space = false;
    for (int i = Math.max(0, start - writtenAt); i < last && line.length() <= LONGEST_LINE; i++) {
      char c = all.charAt(i);
      if (Character.isWhitespace(c)) {
        space = line.length() > 0;
      } else {
        line.append(space ? " " : "").append(c);
        space = false;
      }
    }
    return line.toString();
  }

  /** The {@code #if} branches of the file. */
  public Branches branches() {
    return branches;
  }

  public List<Scope> scopes() {
    return scopes;
  }

  public List<Variable> variables() {
    return variables;
  }

  public List<Statement> statements() {
    return statements;
  }

  /** Names that stand for other names: {@code using A = B.C}. */
  public Map<String, String> aliases() {
    return aliases;
  }

  /** Types whose members are used without the type's name: {@code using static}. */
  public List<String> statics() {
    return statics;
  }

  /** Aliases that hold in every file of the project: {@code global using A = B.C}. */
  public Map<String, String> sharedAliases() {
    return sharedAliases;
  }

  /** The same for {@code global using static}. */
  public List<String> sharedStatics() {
    return sharedStatics;
  }

  /** Notes that one branch of the decision always runs. */
  public void markComplete(int chain) {
    complete.add(chain);
  }

  /** Whether one branch of the decision always runs. */
  public boolean isComplete(int chain) {
    return complete.contains(chain);
  }

  /** Adds a branch that runs where the decision falls so, and gives it back. */
  public Scope add(Scope branch, Optional<Decision> decision) {
    decision.ifPresent(d -> decisions.put(branch, d));
    return add(branch);
  }

  /** The scope of what follows an early return: within the one before, unless too deep in such. */
  public Scope rest(Scope before, Optional<Decision> decision, int at) {
    int deep = 0;
    for (Scope s = before; s != null && s.kind() == Scope.Kind.BLOCK; s = s.parent()) {
      deep += decisions.containsKey(s) ? 1 : 0;
    }
    return decision.isEmpty() || deep > MOST_RETURNS ? before : add(before.block(at), decision);
  }

  /** What decides whether the scope runs; empty where nothing does that is known. */
  public Optional<Decision> decision(Scope scope) {
    return Optional.ofNullable(decisions.get(scope));
  }

  /** Adds a scope and gives it back. */
  public Scope add(Scope scope) {
    scopes.add(scope);
    return scope;
  }

  /** Adds a statement. */
  public void add(Statement.Kind kind, Scope scope, Expr value) {
    statements.add(new Statement(kind, scope, value));
  }

  /** Adds a variable, and its first value as a statement. */
  public void add(Variable variable) {
    variables.add(variable);
    if (variable.value() != null) {
      add(Statement.Kind.INITIAL, variable.scope(), variable.value());
    }
  }
}
