package io.github.tlslift.dotnet.source;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Cursor;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.csharp.CSharpReader;
import io.github.tlslift.dotnet.source.fold.Folder;
import io.github.tlslift.dotnet.source.fold.Program;
import io.github.tlslift.dotnet.source.fold.Program.Site;
import io.github.tlslift.dotnet.source.lex.CSharpLexer;
import io.github.tlslift.dotnet.source.lex.PowerShellLexer;
import io.github.tlslift.dotnet.source.lex.Token;
import io.github.tlslift.dotnet.source.lex.TokenKind;
import io.github.tlslift.dotnet.source.lex.VbLexer;
import io.github.tlslift.dotnet.source.powershell.PowerShellReader;
import io.github.tlslift.dotnet.source.vb.VbReader;
import io.github.tlslift.model.Coverage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;

/** Code in strings that the program hands to a compiler or to PowerShell, read in its place. */
final class EmbeddedScripts {
  private static final Set<String> TRIGGERS =
      Set.of(
          "SecurityProtocol",
          "SslProtocol",
          "AuthenticateAs",
          "CertificateValidation",
          "CheckValidationResult",
          "CertificatePolicy",
          "SchUseStrongCrypto",
          "SystemDefaultTlsVersions",
          "SecureProtocols",
          "SCHANNEL",
          "Schannel",
          "securityprotocol",
          "SetSwitch");
  // The base64 of "SecurityProtocol" in UTF-16LE at each of three places, without what is beside
  // it.
  private static final Set<String> ENCODED =
      Set.of(
          "UwBlAGMAdQByAGkAdAB5AFAAcgBvAHQAbwBjAG8AbA",
          "MAZQBjAHUAcgBpAHQAeQBQAHIAbwB0AG8AYwBvAGwA",
          "TAGUAYwB1AHIAaQB0AHkAUAByAG8AdABvAGMAbwBsA",
          "EncodedCommand");
  private static final List<String> EVALUATORS = List.of("invoke-expression", "iex");
  private static final List<String> SHELLS =
      List.of("powershell", "powershell.exe", "pwsh", "pwsh.exe");
  private static final List<String> STARTERS = List.of("Start", "Start-Process", "saps", "start");
  private static final List<String> SCRIPT_CALLS =
      List.of("AddScript", "InvokeScript", "NewScriptBlock");

  private final Program program;
  private final Folder folder;
  private final List<Code> codes = new ArrayList<>();
  private final List<Coverage.Gap> gaps = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  /** What hands code over, and whether it runs in a process of its own. */
  private record Handed(Site<? extends Expr> site, boolean elsewhere) {
    Code.Outer outer() {
      return new Code.Outer(site.scope(), site.expr().start(), elsewhere);
    }

    Scope scope() {
      return site.scope();
    }

    Code code() {
      return site.code();
    }
  }

  private EmbeddedScripts(Program program) {
    this.program = program;
    folder = new Folder(program);
  }

  /** Finds and reads all code in strings. */
  static EmbeddedScripts in(Program program) {
    EmbeddedScripts scripts = new EmbeddedScripts(program);
    if (!program.mentions(TRIGGERS) && !program.mentions(ENCODED)) {
      return scripts;
    }
    program.codes().stream().map(Code::language).distinct().forEach(scripts::ofLanguage);
    return scripts;
  }

  /** The readings. */
  List<Code> codes() {
    return codes;
  }

  /** What could not be read. */
  List<Coverage.Gap> gaps() {
    return gaps;
  }

  private void ofLanguage(Code.Language language) {
    if (language == Code.Language.POWERSHELL) {
      EVALUATORS.forEach(n -> calls(n, language, this::script));
      SHELLS.forEach(n -> calls(n, language, this::command));
      calls("add-type", language, this::compiled);
    }
    SCRIPT_CALLS.forEach(n -> calls(n, language, this::script));
    calls("Create", language, (e, c) -> whereTarget("scriptblock", e, c));
    STARTERS.forEach(n -> calls(n, language, this::started));
    for (Code code : of(language)) {
      program.creations("ProcessStartInfo", code).stream()
          .filter(n -> n.code() == code)
          .forEach(n -> shell(n.expr().args(), new Handed(n, true)));
      program.assigns("Arguments", code).stream()
          .filter(a -> a.code() == code)
          .forEach(a -> script(a.expr().value(), new Handed(a, true)));
    }
  }

  private List<Code> of(Code.Language language) {
    return program.codes().stream().filter(c -> c.language() == language).toList();
  }

  private void calls(
      String name, Code.Language language, BiConsumer<Site<Expr.Call>, List<Expr.Arg>> then) {
    of(language).stream()
        .findFirst()
        .ifPresent(
            any ->
                program.calls(name, any).stream()
                    .filter(c -> c.code().language() == language)
                    .forEach(c -> then.accept(c, c.expr().args())));
  }

  private void script(Site<Expr.Call> call, List<Expr.Arg> args) {
    args.forEach(a -> script(a.value(), new Handed(call, false)));
  }

  private void script(Expr e, Handed by) {
    text(e, by, Code.Language.POWERSHELL, false);
  }

  private void command(Site<Expr.Call> call, List<Expr.Arg> args) {
    Handed by = new Handed(call, true);
    for (Expr.Arg arg : args) {
      if (EncodedCommand.isOption(arg.name())) {
        encoded(arg.value(), by);
      } else {
        script(arg.value(), by);
      }
    }
  }

  private void encoded(Expr e, Handed by) {
    folder
        .fold(e, by.scope(), by.code())
        .text()
        .flatMap(EncodedCommand::decode)
        .ifPresent(s -> decoded(s, folder.definition(e, by.scope(), by.code()).start(), by));
  }

  // The script is shorter than its base64, so its places lie within it.
  private void decoded(String script, int start, Handed by) {
    boolean fits = start + script.length() <= by.code().text().text().length();
    if (isOfInterest(script) && fits && seen.add(by.code().text().file() + ":" + start)) {
      Code.Language language = Code.Language.POWERSHELL;
      read(script, start, by.code().decoded(language, by.outer(), script, start), false);
    }
  }

  private static boolean isOfInterest(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return TRIGGERS.stream().anyMatch(t -> lower.contains(t.toLowerCase(Locale.ROOT)));
  }

  private void whereTarget(String type, Site<Expr.Call> call, List<Expr.Arg> args) {
    boolean fits =
        call.expr().callee() instanceof Expr.Member m
            && program.simpleName(m.target().path(), call.code()).equalsIgnoreCase(type);
    if (fits) {
      script(call, args);
    }
  }

  private void started(Site<Expr.Call> call, List<Expr.Arg> args) {
    shell(args, new Handed(call, true));
  }

  private void shell(List<Expr.Arg> args, Handed by) {
    boolean shell =
        args.stream()
            .map(a -> folder.fold(a.value(), by.scope(), by.code()).text())
            .anyMatch(t -> t.map(EmbeddedScripts::isShell).orElse(false));
    if (shell) {
      args.forEach(a -> script(a.value(), by));
    }
  }

  private static boolean isShell(String file) {
    String name = file.substring(Math.max(file.lastIndexOf('\\'), file.lastIndexOf('/')) + 1);
    String lower = name.toLowerCase(Locale.ROOT);
    return SHELLS.contains(lower)
        || lower.contains("powershell ")
        || lower.contains("powershell.exe ");
  }

  private void compiled(Site<Expr.Call> call, List<Expr.Arg> args) {
    boolean vb =
        call.expr()
            .arg("Language")
            .flatMap(l -> folder.fold(l, call.scope(), call.code()).text())
            .filter("VisualBasic"::equalsIgnoreCase)
            .isPresent();
    for (Expr.Arg arg : args) {
      boolean members = arg.name().equalsIgnoreCase("MemberDefinition");
      if (members || arg.name().isEmpty() || arg.name().equalsIgnoreCase("TypeDefinition")) {
        Code.Language language = vb ? Code.Language.VB : Code.Language.CSHARP;
        text(arg.value(), new Handed(call, false), language, members);
      }
    }
  }

  private void text(Expr e, Handed by, Code.Language language, boolean members) {
    Expr defined = folder.definition(e, by.scope(), by.code());
    String text =
        folder
            .fold(e, by.scope(), by.code())
            .text()
            .orElse(defined instanceof Expr.Str s ? s.value().replace("\0", "$_") : "");
    if (language == Code.Language.POWERSHELL) {
      EncodedCommand.in(text).ifPresent(c -> decoded(c.script(), defined.start(), by));
    }
    if (!isOfInterest(text)) {
      return;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    int skipped = language == Code.Language.POWERSHELL ? commandStart(lower) : 0;
    int start = start(defined, text, by.code()) + skipped;
    boolean fits = start + text.length() - skipped <= by.code().text().text().length();
    if (fits && seen.add(by.code().text().file() + ":" + start + ":" + text.hashCode())) {
      Code code = by.code().embedded(language, by.outer());
      read(text.substring(skipped), start, code, members);
    }
  }

  // Where the text stands; where escapes hide it, where its string begins.
  private static int start(Expr e, String text, Code code) {
    String file = code.text().text();
    int found = file.substring(e.start(), Math.max(e.start(), e.end())).indexOf(text);
    return e.start() + Math.max(found, 0);
  }

  // powershell.exe -NoProfile -Command "& { ..."
  private static int commandStart(String lower) {
    int option = lower.indexOf("-command ");
    int start = option < 0 ? lower.indexOf("-c ") : option;
    int script = lower.indexOf("]::");
    if (start < 0 || (script >= 0 && script < start)) {
      return 0;
    }
    start = lower.indexOf(' ', start);
    while (start < lower.length() && " \"'&{".indexOf(lower.charAt(start)) >= 0) {
      start++;
    }
    return start;
  }

  private void read(String text, int start, Code code, boolean members) {
    codes.add(code);
    try {
      lex(text, start, code, members);
    } catch (Cursor.NestingException tooDeep) {
      String why = "code in a string: " + tooDeep.getMessage() + "; not read further";
      gaps.add(new Coverage.Gap(code.text().file(), why));
    }
  }

  private static void lex(String text, int start, Code code, boolean members) {
    switch (code.language()) {
      case CSHARP -> {
        List<Token> tokens = new ArrayList<>();
        if (members) {
          new CSharpLexer("class Members {")
              .tokens()
              .forEach(t -> tokens.add(new Token(t.kind(), start, start, t.text(), t.value())));
        }
        tokens.addAll(moved(new CSharpLexer(text).tokens(), start));
        tokens.removeIf(t -> t.kind() == TokenKind.DIRECTIVE);
        CSharpReader.read(tokens, code);
      }
      case VB -> VbReader.read(moved(new VbLexer(text).tokens(), start), code);
      default -> PowerShellReader.read(moved(new PowerShellLexer(text).tokens(), start), code);
    }
  }

  private static List<Token> moved(List<Token> tokens, int distance) {
    return tokens.stream().map(t -> t.movedBy(distance)).toList();
  }
}
