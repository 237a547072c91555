package io.github.tlslift.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.dotnet.source.SourceFacts;
import io.github.tlslift.dotnet.source.SourceReader;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.FoldedValue;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.Protocols;
import io.github.tlslift.model.RegistryValue;
import io.github.tlslift.model.Role;
import io.github.tlslift.model.SwitchSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Holds source against the marks in it. A comment line {@code expect: ...} says what the next line
 * that is no mark must give; every other line must give nothing:
 *
 * <pre>
 *   expect: set ssl3 tls1.0          SecurityProtocol is replaced by exactly these
 *   expect: add tls1.2 conditional   added to, and only sometimes
 *   expect: add tls1.2 conditional guarded   where the value before has a property, always then
 *   expect: set tls1.0 or tls1.2     one of two values
 *   expect: set tls1.0 or unknown    this, or something that only a run would tell
 *   expect: handler set tls1.0       of an HTTP handler; likewise stream, wcf
 *   expect: validation-off
 *   expect: switch NAME false
 *   expect: registry NAME = 1 native
 *   expect: connection-string
 *   expect: use HttpClient           a client; looked at only where a mark asks for one
 * </pre>
 *
 * <p>A table of claims has several such sources, each under a line {@code ==== the claim}; a line
 * {@code ---- Name.cs} inside one begins another file of the same project. Statements alone are
 * also read inside a method.
 */
public final class SourceTester {
  private static final String MARK = "expect:";
  private static final String CLAIM = "==== ";
  private static final String FILE = "---- ";

  private final String extension;
  private final Map<String, String> files = new TreeMap<>();

  private SourceTester(String extension) {
    this.extension = extension;
  }

  /** The claims of a table under {@code fixtures/source}, a test each. */
  public static Stream<DynamicTest> claims(String table) {
    String extension = table.substring(table.lastIndexOf('.') + 1);
    List<DynamicTest> tests = new ArrayList<>();
    String name = "";
    StringBuilder body = new StringBuilder();
    for (String line : (Fixtures.text("source/" + table) + "\n" + CLAIM).split("\n", -1)) {
      if (!line.startsWith(CLAIM)) {
        body.append(line).append('\n');
        continue;
      }
      String source = body.toString();
      if (!name.isEmpty()) {
        tests.add(DynamicTest.dynamicTest(name, () -> of(extension, source).verify()));
      }
      name = line.substring(CLAIM.length());
      body.setLength(0);
    }
    return tests.stream();
  }

  /** A tester of one C# file. */
  public static SourceTester csharp(String source) {
    return of("cs", source);
  }

  /** A tester of source in the language of the extension. */
  public static SourceTester of(String extension, String source) {
    SourceTester tester = new SourceTester(extension);
    String name = "Main." + extension;
    StringBuilder body = new StringBuilder();
    for (String line : source.split("\n", -1)) {
      if (line.startsWith(FILE)) {
        tester.files.put(name, body.toString());
        name = line.substring(FILE.length()).strip();
        body.setLength(0);
      } else {
        body.append(line).append('\n');
      }
    }
    tester.files.put(name, body.toString());
    return tester;
  }

  /** Reads the source and compares. */
  public void verify() {
    verify(files);
    if (files.size() == 1 && isStatements()) {
      verify(Map.of("Inside." + extension, inside(files.values().iterator().next())));
    }
  }

  private static void verify(Map<String, String> sources) {
    SourceFacts facts =
        SourceReader.read(
            sources.entrySet().stream()
                .map(e -> SourceText.ofString(e.getKey(), e.getValue()))
                .toList());
    String expected = expected(sources);
    boolean clients = expected.contains(": use ");
    assertThat(found(facts, clients)).as(String.join("\n", sources.values())).isEqualTo(expected);
    assertThat(facts.gaps()).isEmpty();
  }

  private boolean isStatements() {
    String all = String.join("\n", files.values()).toLowerCase(Locale.ROOT);
    return Stream.of("class ", "module ", "struct", "namespace", "type ", "#if", "#region")
            .noneMatch(all::contains)
        && all.lines()
            .noneMatch(l -> l.matches("(using|global|imports|open|static|param|function).*"));
  }

  private String inside(String body) {
    return switch (extension) {
      case "cs" ->
          "using System.Net;\nclass Setup {\n  public void Run(string[] args) {\n"
              + body
              + "  }\n}\n";
      case "vb" -> "Imports System.Net\nModule Setup\nSub Run()\n" + body + "End Sub\nEnd Module\n";
      case "fs" ->
          body.lines()
              .map(l -> "    " + l)
              .collect(Collectors.joining("\n", "let run () =\n", "\n"));
      default -> "function Set-Up {\n" + body + "}\n";
    };
  }

  private static String expected(Map<String, String> sources) {
    List<String> lines = new ArrayList<>();
    sources.forEach(
        (file, source) -> {
          List<String> pending = new ArrayList<>();
          int number = 0;
          for (String line : source.split("\n", -1)) {
            number++;
            int mark = line.indexOf(MARK);
            if (mark >= 0) {
              pending.add(line.substring(mark + MARK.length()).strip());
            } else {
              for (String p : pending) {
                lines.add(at(file, number) + p);
              }
              pending.clear();
            }
          }
        });
    return lines.stream().sorted().collect(Collectors.joining("\n"));
  }

  private static String at(String file, int line) {
    return String.format("%s:%04d: ", file, line);
  }

  private static String found(SourceFacts facts, boolean clients) {
    List<String> lines = new ArrayList<>();
    facts.apiUses().stream()
        .filter(u -> clients || u.role() != Role.CLIENT)
        .forEach(u -> lines.add(at(u.location().file(), u.location().line()) + use(u)));
    for (SwitchSetting s : facts.switches()) {
      String value = s.value().map(v -> Boolean.toString(v)).orElse("unknown");
      lines.add(at(s.location().file(), s.location().line()) + "switch " + s.name() + " " + value);
    }
    for (RegistryValue r : facts.registry()) {
      String value = r.number().map(n -> Long.toString(n)).orElse('"' + r.text() + '"');
      lines.add(
          at(r.location().file(), r.location().line())
              + "registry "
              + r.name()
              + " = "
              + value
              + " "
              + r.view().name().toLowerCase(Locale.ROOT));
    }
    return lines.stream().sorted().collect(Collectors.joining("\n"));
  }

  private static String use(ApiUse use) {
    String what =
        switch (use.role()) {
          case PROCESS_PROTOCOLS -> operation(use);
          case HANDLER_PROTOCOLS -> "handler " + operation(use);
          case STREAM_PROTOCOLS -> "stream " + operation(use);
          case WCF_PROTOCOLS -> "wcf " + operation(use);
          case CLIENT -> "use " + use.api().map(a -> a.id()).orElse("");
          case VALIDATION_OFF -> "validation-off";
          case CONNECTION_STRING -> "connection-string";
        };
    boolean guarded = use.guard().whole() && !use.guard().conditions().isEmpty();
    return what + (use.conditional() ? " conditional" : "") + (guarded ? " guarded" : "");
  }

  private static String operation(ApiUse use) {
    String id = use.operation().id();
    return use.operation() == Operation.RESTORE ? id : id + " " + value(use.value());
  }

  private static String value(FoldedValue value) {
    List<String> all =
        value.possible().stream()
            .map(n -> String.join(" ", new Protocols(n).ids()))
            .collect(Collectors.toCollection(ArrayList::new));
    value.unknown().ifPresent(u -> all.add("unknown"));
    return String.join(" or ", all);
  }
}
