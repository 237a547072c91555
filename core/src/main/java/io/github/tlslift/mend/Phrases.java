package io.github.tlslift.mend;

import io.github.tlslift.dotnet.source.code.Code.Language;
import io.github.tlslift.dotnet.source.code.Expr;

/** How each language says what the cures write. */
enum Phrases {
  CSHARP("System.Net.ServicePointManager.SecurityProtocol", "|") {
    @Override
    String guarded(String property, String type, boolean named, String between) {
      return "if (" + property + " != 0)" + between + property + " |= " + tls12(type, named) + ";";
    }

    @Override
    String tls12(String type, boolean named) {
      return named ? type + ".Tls12" : "(" + type + ")3072";
    }
  },
  VB("System.Net.ServicePointManager.SecurityProtocol", "Or") {
    @Override
    String guarded(String property, String type, boolean named, String between) {
      return "If "
          + property
          + " <> 0 Then "
          + property
          + " = "
          + property
          + " Or "
          + tls12(type, named);
    }

    @Override
    String tls12(String type, boolean named) {
      return named ? type + ".Tls12" : "CType(3072, " + type + ")";
    }
  },
  FSHARP("System.Net.ServicePointManager.SecurityProtocol", "|||") {
    @Override
    String guarded(String property, String type, boolean named, String between) {
      return "if "
          + property
          + " <> enum 0 then "
          + property
          + " <- "
          + property
          + " ||| "
          + tls12(type, named);
    }

    @Override
    String tls12(String type, boolean named) {
      return named ? type + ".Tls12" : "enum 3072";
    }
  },
  POWERSHELL("[System.Net.ServicePointManager]::SecurityProtocol", "-bor") {
    @Override
    String guarded(String property, String type, boolean named, String between) {
      return "if ([int]" + property + " -ne 0) { " + property + " = " + property + " -bor 3072 }";
    }

    @Override
    String tls12(String type, boolean named) {
      return "3072";
    }
  };

  private final String property;
  private final String or;

  Phrases(String property, String or) {
    this.property = property;
    this.or = or;
  }

  static Phrases of(Language language) {
    return switch (language) {
      case CSHARP -> CSHARP;
      case VB -> VB;
      case FSHARP -> FSHARP;
      case POWERSHELL -> POWERSHELL;
    };
  }

  /** The process-wide property by its full name. */
  String property() {
    return property;
  }

  /**
   * Adds TLS 1.2 unless the value is SystemDefault.
   *
   * @param named whether the enumeration is sure to have a name for TLS 1.2
   * @param between what stands between the condition and what depends on it, where it may
   */
  abstract String guarded(String property, String type, boolean named, String between);

  /** TLS 1.2 as a value of an enumeration. */
  abstract String tls12(String type, boolean named);

  /** A value with TLS 1.2 as well. */
  String widened(Expr value, String text, String type) {
    if (value instanceof Expr.Str) {
      char last = text.charAt(text.length() - 1);
      boolean quoted = last == '\'' || last == '"';
      int at = quoted ? text.length() - 1 : text.length();
      return text.substring(0, at) + ", Tls12" + text.substring(at);
    }
    boolean plain =
        value instanceof Expr.Member
            || value instanceof Expr.Name
            || value instanceof Expr.Cast
            || value instanceof Expr.Call
            || value instanceof Expr.Binary b && b.op().equals("|");
    return (plain ? text : "(" + text + ")") + " " + or + " " + this.tls12(type, true);
  }

  /** The value that leaves the choice to the system, of an enumeration named in a value. */
  String none(String type) {
    return this == POWERSHELL ? "[" + type + "]::None" : type + ".None";
  }
}
