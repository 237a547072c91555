package io.github.tlslift.mend;

import io.github.tlslift.dotnet.source.SourceReader;
import io.github.tlslift.dotnet.source.lex.Token;
import io.github.tlslift.dotnet.source.lex.TokenKind;
import io.github.tlslift.edit.Edit;
import io.github.tlslift.edit.LineEnds;
import io.github.tlslift.edit.NotEditableException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.Location;
import java.util.List;

/** What stands before and after a stretch of code. */
final class Neighbours {
  private final SourceText source;
  private final List<Token> tokens;
  private final int start;
  private final int end;
  private final int first;
  private final int last;

  private Neighbours(
      SourceText source, List<Token> tokens, int start, int end, int first, int last) {
    this.source = source;
    this.tokens = tokens;
    this.start = start;
    this.end = end;
    this.first = first;
    this.last = last;
  }

  static Neighbours of(SourceText source, int start, int end) throws NotEditableException {
    List<Token> tokens = SourceReader.tokens(source);
    int first = -1;
    int last = -1;
    for (int i = 0; i < tokens.size(); i++) {
      first = tokens.get(i).start() == start ? i : first;
      last = tokens.get(i).end() == end ? i : last;
    }
    if (first < 0 || last < first) {
      throw new NotEditableException(
          source.location(start, end) + " is inside a string or a macro; edit it by hand");
    }
    return new Neighbours(source, tokens, start, end, first, last);
  }

  String text() {
    return source.text();
  }

  Location at() {
    return source.location(start, end);
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** The word or sign before; empty at the start of the file, and of a line where lines count. */
  String before(boolean lines) {
    for (int i = first - 1; i >= 0; i--) {
      if (isSeen(tokens.get(i), lines)) {
        return word(tokens.get(i));
      }
    }
    return "";
  }

  /** The word or sign after; empty at the end of the file, and of a line where lines count. */
  String after(boolean lines) {
    int i = next(lines);
    return i < 0 ? "" : word(tokens.get(i));
  }

  /** After the word or sign that follows. */
  int afterNext() {
    int i = next(false);
    return i < 0 ? end : tokens.get(i).end();
  }

  private int next(boolean lines) {
    for (int i = last + 1; i < tokens.size(); i++) {
      if (isSeen(tokens.get(i), lines)) {
        return i;
      }
    }
    return -1;
  }

  // The word or sign before ends here.
  int beforeStart() {
    for (int i = first - 1; i >= 0; i--) {
      if (isSeen(tokens.get(i), false)) {
        return tokens.get(i).start();
      }
    }
    return start;
  }

  private static boolean isSeen(Token t, boolean lines) {
    return lines && t.kind() == TokenKind.NEWLINE
        || !t.isTrivia() && t.kind() != TokenKind.DIRECTIVE;
  }

  private static String word(Token t) {
    return t.kind() == TokenKind.NEWLINE ? "" : t.text();
  }

  String indent() {
    return LineEnds.indent(text(), start);
  }

  String lineEnd() {
    return LineEnds.at(text(), start);
  }

  /**
   * Takes a stretch out that contains this one; whole lines where nothing else but a comment is on
   * them.
   */
  Edit delete(int from, int to) {
    int lineStart = LineEnds.start(text(), from);
    int lineEnd = LineEnds.end(text(), to);
    boolean alone = text().substring(lineStart, from).isBlank() && isBlankOrComment(to, lineEnd);
    return alone ? Edit.delete(lineStart, LineEnds.next(text(), to)) : Edit.delete(from, to);
  }

  private boolean isBlankOrComment(int from, int to) {
    for (Token t : tokens) {
      boolean inside = t.start() < to && t.end() > from;
      boolean comment = t.kind() == TokenKind.COMMENT && t.end() <= to;
      if (inside && !comment && t.kind() != TokenKind.SPACE && t.kind() != TokenKind.NEWLINE) {
        return false;
      }
    }
    return true;
  }
}
