package io.github.tlslift.dotnet.source.lex;

/** What is open between two braces of a C# text, and the declaration that is under way in it. */
final class CSharpLevel {
  enum Kind {
    /** Types stand in it. */
    NAMESPACE,
    /** Members stand in it. */
    TYPE,
    /** Statements or items stand in it. */
    CODE
  }

  private final Kind kind;
  private final int brace;
  private final boolean endsMember;
  private final Span body;

  private int head;
  private Span declaration;
  boolean fresh;
  boolean assigned;
  boolean typeAhead;
  boolean namespaceAhead;
  boolean constrained;
  boolean operator;
  boolean shortName;
  private boolean parameters;
  private int brackets;

  /** Which {@code #if}s were open at a start, and whether one of them was closed since. */
  private static final class Span {
    private final int branches;
    private boolean left;

    Span(int branches, boolean left) {
      this.branches = branches;
      this.left = left;
    }

    void closed(int open) {
      left |= open < branches;
    }

    boolean isWhole(int open) {
      return open == branches && !left;
    }

    Span copy() {
      return new Span(branches, left);
    }
  }

  /**
   * A level that begins.
   *
   * @param brace its first character
   * @param endsMember whether its last brace ends the declaration around it
   * @param branches how many {@code #if}s are open
   */
  CSharpLevel(Kind kind, int brace, boolean endsMember, int branches) {
    this(kind, brace, endsMember, new Span(branches, false));
    begin(brace + 1, branches);
  }

  private CSharpLevel(Kind kind, int brace, boolean endsMember, Span body) {
    this.kind = kind;
    this.brace = brace;
    this.endsMember = endsMember;
    this.body = body;
    this.declaration = body;
  }

  CSharpLevel copy() {
    CSharpLevel copy = new CSharpLevel(kind, brace, endsMember, body.copy());
    copy.head = head;
    copy.declaration = declaration.copy();
    copy.fresh = fresh;
    copy.assigned = assigned;
    copy.typeAhead = typeAhead;
    copy.namespaceAhead = namespaceAhead;
    copy.constrained = constrained;
    copy.operator = operator;
    copy.shortName = shortName;
    copy.parameters = parameters;
    copy.brackets = brackets;
    return copy;
  }

  /** A declaration may begin there. */
  void begin(int at, int branches) {
    head = at;
    declaration = new Span(branches, false);
    fresh = true;
    assigned = false;
    typeAhead = false;
    namespaceAhead = false;
    constrained = false;
    operator = false;
    shortName = false;
    parameters = false;
    brackets = 0;
  }

  /** An {@code #if} was closed; so many are still open. */
  void closed(int branches) {
    body.closed(branches);
    declaration.closed(branches);
  }

  void open() {
    brackets++;
  }

  void close(char bracket) {
    brackets = Math.max(0, brackets - 1);
    parameters |= bracket == ')' && brackets == 0;
  }

  /** Where the value of a member begins; not in {@code operator ==(}. */
  void equalSign() {
    assigned |= isDeclaring() && (parameters || !operator);
  }

  Kind kind() {
    return kind;
  }

  boolean isCode() {
    return kind == Kind.CODE;
  }

  boolean endsMember() {
    return endsMember;
  }

  /** Whether what stands there belongs to no bracket and no value. */
  boolean isDeclaring() {
    return kind != Kind.CODE && brackets == 0 && !assigned;
  }

  boolean isOutsideBrackets() {
    return brackets == 0;
  }

  /** What an opening brace there opens. */
  Kind opens() {
    if (!isDeclaring() || !typeAhead) {
      return Kind.CODE;
    }
    return namespaceAhead ? Kind.NAMESPACE : Kind.TYPE;
  }

  int brace() {
    return brace;
  }

  /** Where the declaration under way begins. */
  int head() {
    return head;
  }

  /** Whether every {@code #if} between its start and here is whole. */
  boolean isDeclarationWhole(int branches) {
    return declaration.isWhole(branches);
  }

  boolean isBodyWhole(int branches) {
    return body.isWhole(branches);
  }
}
