package io.github.tlslift.mend;

import io.github.tlslift.dotnet.source.SourceReader;
import io.github.tlslift.dotnet.source.code.Code.Language;
import io.github.tlslift.dotnet.source.lex.Token;
import io.github.tlslift.edit.Edit;
import io.github.tlslift.edit.LineEnds;
import io.github.tlslift.edit.NotEditableException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Cure;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.Role;
import java.util.List;

/** Adds TLS 1.2 as the first thing that code does, and takes out what does it too late. */
final class EntryPointMend implements Mend {
  @Override
  public void edit(Process process, Cure cure, Draft draft) throws NotEditableException {
    Location start = cure.at().get(0);
    SourceText text = draft.text(start.file());
    Signed.refuse(text);
    Language language =
        SourceReader.language(start.file())
            .orElseThrow(() -> new NotEditableException(start.file() + " is no file of code"));
    Phrases phrases = Phrases.of(language);
    String property = property(text.text(), phrases);
    String line = phrases.guarded(property, PinMend.type(property), PinMend.isNamed(process), " ");
    draft.edit(start.file(), insert(text, start, language, line));
    for (ApiUse use : process.apiUses()) {
      if (use.role() == Role.PROCESS_PROTOCOLS && cure.at().indexOf(use.location()) > 0) {
        PinMend.remove(use.location(), draft);
      }
    }
  }

  // Without the namespace where the file imports it.
  private static String property(String text, Phrases phrases) {
    boolean imported =
        text.contains("using System.Net;")
            || text.contains("Imports System.Net\n")
            || text.contains("Imports System.Net\r")
            || text.contains("open System.Net\n")
            || text.contains("open System.Net\r");
    return imported ? phrases.property().replace("System.Net.", "") : phrases.property();
  }

  private static Edit insert(SourceText text, Location start, Language language, String line)
      throws NotEditableException {
    List<Token> tokens = SourceReader.tokens(text);
    if (language == Language.POWERSHELL) {
      return ScriptStart.insert(text, tokens, line);
    }
    int body = MethodStart.of(tokens, start, language);
    String end = LineEnds.at(text.text(), body);
    String outer = LineEnds.indent(text.text(), body);
    String indent = bodyIndent(text.text(), body, outer);
    int lineEnd = LineEnds.end(text.text(), body);
    boolean broken = text.text().substring(body, lineEnd).isBlank();
    return broken ? Edit.insert(lineEnd, end + indent + line) : Edit.insert(body, " " + line);
  }

  private static String bodyIndent(String text, int body, String outer) {
    int next = LineEnds.next(text, body);
    String indent = next < text.length() ? LineEnds.indent(text, next) : "";
    return indent.length() > outer.length()
        ? indent
        : outer + (outer.startsWith("\t") ? "\t" : "    ");
  }
}
