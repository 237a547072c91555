package io.github.tlslift.dotnet.source;

import io.github.tlslift.dotnet.source.code.Branches;
import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Cursor;
import io.github.tlslift.dotnet.source.csharp.CSharpReader;
import io.github.tlslift.dotnet.source.fold.Folder;
import io.github.tlslift.dotnet.source.fold.Program;
import io.github.tlslift.dotnet.source.fsharp.FSharpReader;
import io.github.tlslift.dotnet.source.lex.CSharpLexer;
import io.github.tlslift.dotnet.source.lex.FSharpLexer;
import io.github.tlslift.dotnet.source.lex.PowerShellLexer;
import io.github.tlslift.dotnet.source.lex.Token;
import io.github.tlslift.dotnet.source.lex.VbLexer;
import io.github.tlslift.dotnet.source.powershell.PowerShellReader;
import io.github.tlslift.dotnet.source.sink.Found;
import io.github.tlslift.dotnet.source.sink.Walker;
import io.github.tlslift.dotnet.source.vb.VbReader;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.Coverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads source files to the places in them that decide protocols. */
public final class SourceReader {
  private static final Map<String, Code.Language> LANGUAGES =
      Map.of(
          "cs", Code.Language.CSHARP,
          "csx", Code.Language.CSHARP,
          "vb", Code.Language.VB,
          "fs", Code.Language.FSHARP,
          "fsx", Code.Language.FSHARP,
          "fsi", Code.Language.FSHARP,
          "ps1", Code.Language.POWERSHELL,
          "psm1", Code.Language.POWERSHELL,
          "psd1", Code.Language.POWERSHELL);

  private final List<Code> codes = new ArrayList<>();
  private final List<Coverage.Gap> gaps = new ArrayList<>();

  private SourceReader() {}

  /** The language of a file name, by its extension. */
  public static Optional<Code.Language> language(String file) {
    String extension = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Optional.ofNullable(LANGUAGES.get(extension));
  }

  /** Reads the files of one project, or of a folder without one, together. */
  public static SourceFacts read(List<SourceText> files) {
    SourceReader reader = new SourceReader();
    files.forEach(reader::parse);
    return reader.facts();
  }

  private void parse(SourceText file) {
    Optional<Code.Language> language = language(file.file());
    if (language.isEmpty()) {
      gaps.add(new Coverage.Gap(file.file(), "the language of the file is not known"));
      return;
    }
    Branches branches = Branches.of(tokens(language.get(), file.text()));
    for (List<Token> pass : branches.passes()) {
      Code code = new Code(file, language.get(), branches);
      codes.add(code);
      try {
        read(pass, code);
      } catch (StackOverflowError tooDeep) {
        // Chains inside nested brackets can be deeper than brackets alone.
        gaps.add(new Coverage.Gap(file.file(), "nested too deeply; not read further"));
        return;
      } catch (Cursor.NestingException tooDeep) {
        gaps.add(new Coverage.Gap(file.file(), tooDeep.getMessage() + "; not read further"));
        return;
      }
    }
  }

  private static List<Token> tokens(Code.Language language, String text) {
    return switch (language) {
      case CSHARP -> new CSharpLexer(text).tokens();
      case VB -> new VbLexer(text).tokens();
      case FSHARP -> new FSharpLexer(text).tokens();
      case POWERSHELL -> new PowerShellLexer(text).tokens();
    };
  }

  private static void read(List<Token> tokens, Code code) {
    switch (code.language()) {
      case CSHARP -> CSharpReader.read(tokens, code);
      case VB -> VbReader.read(tokens, code);
      case FSHARP -> FSharpReader.read(tokens, code);
      case POWERSHELL -> PowerShellReader.read(tokens, code);
    }
  }

  private SourceFacts facts() {
    TreeSet<String> wanted = new TreeSet<>();
    Program program = new Program(codes);
    EmbeddedScripts scripts = EmbeddedScripts.in(program);
    gaps.addAll(scripts.gaps());
    if (!scripts.codes().isEmpty()) {
      codes.addAll(scripts.codes());
      program = new Program(codes);
    }
    Found found = new Found(new Folder(program, wanted));
    Walker walker = new Walker(found);
    for (Code code : codes) {
      try {
        walker.walk(code);
      } catch (StackOverflowError tooDeep) {
        gaps.add(new Coverage.Gap(code.text().file(), "nested too deeply; not examined further"));
      }
    }
    return new SourceFacts(
        found.uses(),
        found.switches(),
        found.registry(),
        found.destinations(),
        EntryPoints.of(program),
        gaps,
        wanted);
  }
}
