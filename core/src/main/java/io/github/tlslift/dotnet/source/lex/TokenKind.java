package io.github.tlslift.dotnet.source.lex;

/** The sorts of token, the same for every language. */
public enum TokenKind {
  /** A name or keyword. */
  NAME,
  NUMBER,
  /** A string whose text is known; {@link Token#value()} has it without quotes and escapes. */
  STRING,
  /** A string with holes; the value has the text around them, with NUL for each hole. */
  TEMPLATE,
  CHARACTER,
  /** A PowerShell {@code $variable}; the value has the name. */
  VARIABLE,
  OPERATOR,
  /** A line of the preprocessor, from {@code #} to the end of the line. */
  DIRECTIVE,
  COMMENT,
  SPACE,
  /** An end of line. */
  NEWLINE
}
