package io.github.tlslift.mend;

import io.github.tlslift.dotnet.source.code.Code.Language;
import io.github.tlslift.edit.Edit;
import io.github.tlslift.edit.LineEnds;
import io.github.tlslift.edit.NotEditableException;
import java.util.Locale;
import java.util.Set;
import java.util.function.BinaryOperator;

/** Takes statements out or puts others in their place, so that what is around them still holds. */
final class Statements {
  private static final Set<String> AFTER_CSHARP = Set.of("", "{", "}", ";", ":");
  private static final Set<String> EMBEDDED = Set.of(")", "else", "do", "then");

  private Statements() {}

  /** Takes a statement out. */
  static Edit remove(CodePlace place) throws NotEditableException {
    return switch (place.language()) {
      case CSHARP -> csharp(place, "", "{ }");
      case VB -> vb(place, "");
      case FSHARP -> fsharp(place);
      case POWERSHELL -> powershell(place, "");
    };
  }

  /**
   * Puts another statement in its place.
   *
   * @param phrase of the property that is assigned and what to put between condition and rest
   */
  static Edit replace(CodePlace place, BinaryOperator<String> phrase) throws NotEditableException {
    String property = place.target();
    String line = phrase.apply(property, " ");
    return switch (place.language()) {
      case CSHARP -> {
        String inner = place.around().lineEnd() + place.around().indent() + unit(place);
        yield csharp(place, phrase.apply(property, inner), "{ " + line + " }");
      }
      case VB -> vb(place, line);
      case FSHARP -> new Edit(place.around().start(), place.around().end(), line);
      case POWERSHELL -> powershell(place, line);
    };
  }

  // One level of indentation, as the line itself has it.
  static String unit(CodePlace place) {
    return place.around().indent().startsWith("\t") ? "\t" : "    ";
  }

  private static Edit csharp(CodePlace place, String free, String embedded)
      throws NotEditableException {
    Neighbours around = place.around();
    String before = around.before(false);
    boolean ends = around.after(false).equals(";");
    if (AFTER_CSHARP.contains(before) && ends) {
      return free.isEmpty()
          ? around.delete(around.start(), around.afterNext())
          : new Edit(around.start(), around.afterNext(), free);
    }
    if (EMBEDDED.contains(before) && ends) {
      return new Edit(around.start(), around.afterNext(), embedded);
    }
    if (before.equals("=>") && place.body()) {
      return new Edit(around.start(), around.end(), embedded);
    }
    if (before.equals("=>") && ends) {
      return new Edit(around.beforeStart(), around.afterNext(), embedded);
    }
    throw inExpression(place);
  }

  private static Edit vb(CodePlace place, String line) throws NotEditableException {
    Neighbours around = place.around();
    String before = around.before(true).toLowerCase(Locale.ROOT);
    String after = around.after(true).toLowerCase(Locale.ROOT);
    boolean free = before.isEmpty() || before.equals(":");
    boolean last = after.isEmpty() || after.equals(":");
    if (free && last && line.isEmpty()) {
      return around.delete(around.start(), around.end());
    }
    // An If on one line may end in another; an Else would then be the inner one's.
    if (last && (free || before.equals("then") && !line.isEmpty())) {
      return new Edit(around.start(), around.end(), line);
    }
    throw inExpression(place);
  }

  // A block of F# needs a last expression of its own.
  private static Edit fsharp(CodePlace place) {
    Neighbours around = place.around();
    String text = around.text();
    int next = LineEnds.next(text, around.end());
    boolean first = text.substring(LineEnds.start(text, around.start()), around.start()).isBlank();
    boolean followed =
        next < text.length()
            && !text.substring(next, LineEnds.end(text, next)).isBlank()
            && LineEnds.indent(text, next).equals(around.indent())
            && Character.isLetter(text.charAt(next + around.indent().length()));
    return first && followed
        ? around.delete(around.start(), around.end())
        : new Edit(around.start(), around.end(), "()");
  }

  private static Edit powershell(CodePlace place, String line) throws NotEditableException {
    Neighbours around = place.around();
    boolean free = Set.of("", ";", "{").contains(around.before(true));
    String after = around.after(true);
    if (!free || !Set.of("", ";", "}").contains(after)) {
      throw inExpression(place);
    }
    int end = after.equals(";") && line.isEmpty() ? around.afterNext() : around.end();
    return line.isEmpty()
        ? around.delete(around.start(), end)
        : new Edit(around.start(), end, line);
  }

  /** Takes a member of an object initialiser out, with one of the commas around it. */
  static Edit removeMember(CodePlace place) throws NotEditableException {
    Neighbours around = place.around();
    if (place.language() == Language.POWERSHELL) {
      boolean sameLine = around.after(true).equals(";");
      return around.delete(around.start(), sameLine ? around.afterNext() : around.end());
    }
    if (place.language() == Language.VB || place.language() == Language.FSHARP) {
      throw inExpression(place);
    }
    if (around.after(false).equals(",")) {
      return around.delete(around.start(), around.afterNext());
    }
    return around.before(false).equals(",")
        ? Edit.delete(around.beforeStart(), around.end())
        : around.delete(around.start(), around.end());
  }

  private static NotEditableException inExpression(CodePlace place) {
    return new NotEditableException(
        place.around().at() + " is part of a larger expression; edit it by hand");
  }
}
