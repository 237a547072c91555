package io.github.tlslift.dotnet.source;

import io.github.tlslift.dotnet.source.code.Branches;
import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Cursor;
import io.github.tlslift.dotnet.source.csharp.CSharpReader;
import io.github.tlslift.dotnet.source.fold.Folder;
import io.github.tlslift.dotnet.source.fold.Program;
import io.github.tlslift.dotnet.source.fsharp.FSharpReader;
import io.github.tlslift.dotnet.source.lex.CSharpLexer;
import io.github.tlslift.dotnet.source.lex.CSharpSkim;
import io.github.tlslift.dotnet.source.lex.FSharpLexer;
import io.github.tlslift.dotnet.source.lex.Lexer;
import io.github.tlslift.dotnet.source.lex.PowerShellLexer;
import io.github.tlslift.dotnet.source.lex.Skimmed;
import io.github.tlslift.dotnet.source.lex.Token;
import io.github.tlslift.dotnet.source.lex.VbLexer;
import io.github.tlslift.dotnet.source.powershell.PowerShellReader;
import io.github.tlslift.dotnet.source.sink.DerivedClients;
import io.github.tlslift.dotnet.source.sink.Found;
import io.github.tlslift.dotnet.source.sink.Included;
import io.github.tlslift.dotnet.source.sink.Walker;
import io.github.tlslift.dotnet.source.vb.VbReader;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.io.Words;
import io.github.tlslift.model.Coverage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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

  private SourceReader() {}

  /** The language of a file name, by its extension. */
  public static Optional<Code.Language> language(String file) {
    String extension = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Optional.ofNullable(LANGUAGES.get(extension));
  }

  /** Reads the files of one project, or of a folder without one, together. */
  public static SourceFacts read(List<SourceText> files) {
    return together(files.stream().map(SourceReader::parse).toList());
  }

  /** Reads one file, as far as it can be read alone. */
  public static SourceFile parse(SourceText file) {
    return parse(file, Skimmed.whole(code(file)));
  }

  /** The same, but passes over what of C# has none of the words and none of the names. */
  public static SourceFile parse(SourceText file, Words words, Collection<String> names) {
    boolean csharp = language(file).equals(Optional.of(Code.Language.CSHARP));
    String code = code(file);
    return parse(file, csharp ? CSharpSkim.of(code, words, names) : Skimmed.whole(code));
  }

  /** The tokens of a file of code; none where its language is not known. */
  public static List<Token> tokens(SourceText file) {
    return language(file).map(l -> tokens(l, Skimmed.whole(code(file)))).orElse(List.of());
  }

  private static String code(SourceText file) {
    return WebPage.is(file.file()) ? WebPage.code(file.file(), file.text()) : file.text();
  }

  private static Optional<Code.Language> language(SourceText file) {
    return WebPage.is(file.file())
        ? Optional.of(WebPage.language(file.text()))
        : language(file.file());
  }

  private static SourceFile parse(SourceText file, Skimmed skimmed) {
    Optional<Code.Language> language = language(file);
    if (language.isEmpty()) {
      return SourceFile.unread(file, "the language of the file is not known");
    }
    return parse(file, language.get(), skimmed);
  }

  private static SourceFile parse(SourceText file, Code.Language language, Skimmed skimmed) {
    List<Token> tokens = tokens(language, skimmed);
    if (tokens.size() == Lexer.MOST_TOKENS) {
      return SourceFile.unread(file, "more than " + Lexer.MOST_TOKENS + " tokens; not read");
    }
    Branches branches = Branches.of(tokens);
    List<Code> codes = new ArrayList<>();
    for (List<Token> pass : branches.takePasses()) {
      Code code = new Code(file, language, branches, skimmed);
      codes.add(code);
      try {
        read(pass, code);
      } catch (StackOverflowError tooDeep) {
        // Chains inside nested brackets can be deeper than brackets alone.
        return unfinished(file, codes, "nested too deeply", skimmed);
      } catch (Cursor.NestingException tooDeep) {
        return unfinished(file, codes, String.valueOf(tooDeep.getMessage()), skimmed);
      }
    }
    return new SourceFile(file, codes, List.of(), skimmed);
  }

  private static SourceFile unfinished(
      SourceText file, List<Code> codes, String reason, Skimmed skimmed) {
    Coverage.Gap gap = new Coverage.Gap(file.file(), reason + "; not read further");
    return new SourceFile(file, codes, List.of(gap), skimmed);
  }

  private static List<Token> tokens(Code.Language language, Skimmed skimmed) {
    String text = skimmed.text();
    return switch (language) {
      case CSHARP -> new CSharpLexer(skimmed).tokens();
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

  /** What files say that make one program. */
  public static SourceFacts together(List<SourceFile> files) {
    List<Code> codes = new ArrayList<>(files.stream().flatMap(f -> f.codes().stream()).toList());
    Program program = new Program(codes);
    EmbeddedScripts scripts = EmbeddedScripts.in(program);
    codes.addAll(scripts.codes());
    List<Coverage.Gap> gaps = new ArrayList<>(scripts.gaps());
    files.forEach(f -> gaps.addAll(f.gaps()));
    return facts(scripts.codes().isEmpty() ? program : new Program(codes), gaps);
  }

  private static SourceFacts facts(Program program, List<Coverage.Gap> gaps) {
    Found found = new Found(new Folder(program));
    Walker walker = new Walker(found);
    for (Code code : program.codes()) {
      try {
        walker.walk(code);
      } catch (StackOverflowError tooDeep) {
        gaps.add(new Coverage.Gap(code.text().file(), "nested too deeply; not examined further"));
      }
    }
    DerivedClients.note(program, found);
    return new SourceFacts(
        found.uses(),
        found.switches(),
        found.registry(),
        found.destinations(),
        EntryPoints.of(program),
        gaps,
        Included.paths(program, found.folder()),
        program.wanted());
  }
}
