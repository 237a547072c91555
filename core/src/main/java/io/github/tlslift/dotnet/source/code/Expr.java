package io.github.tlslift.dotnet.source.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An expression, the same for every language; offsets are in UTF-16 units of the file's text. */
public sealed interface Expr {
  /** First character. */
  int start();

  /** After the last character. */
  int end();

  /** The last simple name: {@code c} of {@code a.b.c}; empty where there is none. */
  default String lastName() {
    return "";
  }

  /** The dotted path, such as {@code System.Net.ServicePointManager}; empty for anything else. */
  default String path() {
    return "";
  }

  /** The expressions directly inside, in the order of the text. */
  default List<Expr> children() {
    return List.of();
  }

  /** A whole number. */
  record Num(long value, int start, int end) implements Expr {}

  /** {@code true} or {@code false}. */
  record Bool(boolean value, int start, int end) implements Expr {}

  /** {@code null}, {@code Nothing}, {@code $null}. */
  record Null(int start, int end) implements Expr {}

  /**
   * A string; NUL stands for each hole of an interpolated one.
   *
   * @param parts what stands in the holes, in order; empty where that was not read
   */
  record Str(String value, boolean holes, List<Expr> parts, int start, int end) implements Expr {
    /** A string whose holes, if any, were not read. */
    public Str(String value, boolean holes, int start, int end) {
      this(value, holes, List.of(), start, end);
    }

    @Override
    public List<Expr> children() {
      return parts;
    }
  }

  /** A simple name: a local, a member, a type or a namespace. */
  record Name(String name, int start, int end) implements Expr {
    @Override
    public String lastName() {
      return name;
    }

    @Override
    public String path() {
      return name;
    }
  }

  /** {@code target.name}. */
  record Member(Expr target, String name, int start, int end) implements Expr {
    @Override
    public String lastName() {
      return name;
    }

    @Override
    public String path() {
      String before = target.path();
      return before.isEmpty() ? "" : before + "." + name;
    }

    @Override
    public List<Expr> children() {
      return List.of(target);
    }
  }

  /** A type as a value or before {@code ::}: {@code typeof(T)}, {@code [T]}. */
  record TypeRef(String name, int start, int end) implements Expr {
    @Override
    public String lastName() {
      return name.substring(name.lastIndexOf('.') + 1);
    }

    @Override
    public String path() {
      return name;
    }
  }

  /**
   * An argument.
   *
   * @param name empty where none is given
   * @param byReference whether the call may write it: {@code ref} and {@code out}
   */
  record Arg(String name, Expr value, boolean byReference) {
    /** An argument that the call only reads. */
    public Arg(String name, Expr value) {
      this(name, value, false);
    }
  }

  /** A call; PowerShell commands are calls of a {@link Name}, parameters are named arguments. */
  record Call(Expr callee, List<Arg> args, int start, int end) implements Expr {
    /** The value of the argument at an index, names aside. */
    public Optional<Expr> arg(int index) {
      return index < args.size() ? Optional.of(args.get(index).value()) : Optional.empty();
    }

    /** The value of a named argument, whatever its case. */
    public Optional<Expr> arg(String name) {
      return args.stream().filter(a -> a.name.equalsIgnoreCase(name)).map(Arg::value).findFirst();
    }

    @Override
    public String lastName() {
      return callee.lastName();
    }

    @Override
    public List<Expr> children() {
      return join(List.of(callee), values(args));
    }
  }

  /** An object creation with its member initialisers. */
  record New(String type, List<Arg> args, List<Expr> members, int start, int end) implements Expr {
    /** The type without namespace and type arguments. */
    public String simpleType() {
      int angle = type.indexOf('<');
      String bare = angle < 0 ? type : type.substring(0, angle);
      return bare.substring(bare.lastIndexOf('.') + 1);
    }

    @Override
    public List<Expr> children() {
      return join(values(args), members);
    }
  }

  /** {@code target[args]}. */
  record Index(Expr target, List<Expr> args, int start, int end) implements Expr {
    @Override
    public List<Expr> children() {
      return join(List.of(target), args);
    }
  }

  /** A prefix operator: {@code ~ ! - +}. */
  record Unary(String op, Expr operand, int start, int end) implements Expr {
    @Override
    public List<Expr> children() {
      return List.of(operand);
    }
  }

  /** An infix operator, in C# spelling. */
  record Binary(String op, Expr left, Expr right, int start, int end) implements Expr {
    @Override
    public List<Expr> children() {
      return List.of(left, right);
    }
  }

  /** A conversion to a type. */
  record Cast(String type, Expr operand, int start, int end) implements Expr {
    @Override
    public String lastName() {
      return operand.lastName();
    }

    @Override
    public List<Expr> children() {
      return List.of(operand);
    }
  }

  /** One of several values, chosen at run time. */
  record Choice(List<Expr> conditions, List<Expr> branches, int start, int end) implements Expr {
    @Override
    public List<Expr> children() {
      return join(conditions, branches);
    }
  }

  /** An array, list or tuple. */
  record Items(List<Expr> items, int start, int end) implements Expr {
    @Override
    public List<Expr> children() {
      return items;
    }
  }

  /** What a branch gives, whose names are looked up in a scope of its own. */
  record Scoped(Scope scope, Expr value, int start, int end) implements Expr {
    @Override
    public List<Expr> children() {
      return List.of(value);
    }
  }

  /** A function value; the body is empty where it is a block, whose statements have the scope. */
  record Lambda(Scope scope, Optional<Expr> body, int start, int end) implements Expr {
    @Override
    public List<Expr> children() {
      return body.map(List::of).orElse(List.of());
    }
  }

  /** An assignment; {@code op} is {@code =} or a compound such as {@code |=}. */
  record Assign(Expr target, String op, Expr value, int start, int end) implements Expr {
    @Override
    public List<Expr> children() {
      return List.of(target, value);
    }
  }

  /** Something that has no constant value, with the expressions inside. */
  record Opaque(String what, List<Expr> parts, int start, int end) implements Expr {
    @Override
    public List<Expr> children() {
      return parts;
    }
  }

  private static List<Expr> values(List<Arg> args) {
    return args.stream().map(Arg::value).toList();
  }

  private static List<Expr> join(List<Expr> first, List<Expr> rest) {
    List<Expr> all = new ArrayList<>(first);
    all.addAll(rest);
    return all;
  }
}
