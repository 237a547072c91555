package io.github.tlslift.mend;

import io.github.tlslift.dotnet.source.code.Code.Language;
import io.github.tlslift.dotnet.source.lex.Token;
import io.github.tlslift.dotnet.source.lex.TokenKind;
import io.github.tlslift.edit.NotEditableException;
import io.github.tlslift.model.Location;
import java.util.List;
import java.util.Set;

/** Where the body of an entry point begins. */
final class MethodStart {
  private static final Set<String> NAMES = Set.of("main", "application_start");

  private MethodStart() {}

  /** The place after which the first statement may stand. */
  static int of(List<Token> tokens, Location start, Language language) throws NotEditableException {
    List<Token> code =
        tokens.stream()
            .filter(t -> t.kind() != TokenKind.SPACE && t.kind() != TokenKind.COMMENT)
            .toList();
    for (int i = 0; i < code.size(); i++) {
      boolean named =
          code.get(i).isName()
              && NAMES.contains(code.get(i).text().toLowerCase(java.util.Locale.ROOT))
              && code.get(i).end() > start.offset();
      if (named) {
        return body(code, i, language, start);
      }
    }
    throw new NotEditableException(start + " has no method we know to begin with");
  }

  private static int body(List<Token> code, int name, Language language, Location start)
      throws NotEditableException {
    String opens =
        switch (language) {
          case CSHARP -> "{";
          case FSHARP -> "=";
          case VB, POWERSHELL -> ")";
        };
    int depth = 0;
    for (int i = name + 1; i < code.size(); i++) {
      Token t = code.get(i);
      depth += t.is("(") ? 1 : t.is(")") ? -1 : 0;
      if (t.is("=>")) {
        break;
      }
      boolean asFunction = language == Language.VB && t.kind() == TokenKind.NEWLINE && depth == 0;
      if (asFunction) {
        return t.start();
      }
      if (depth == 0 && t.is(opens) && language != Language.VB) {
        return t.end();
      }
    }
    throw new NotEditableException(start + " begins with an expression; edit it by hand");
  }
}
