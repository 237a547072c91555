package io.github.tlslift.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.model.WindowsOutcome;
import io.github.tlslift.testkit.CheckTester;
import io.github.tlslift.testkit.Fixtures;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Claims about whole programs, {@code fixtures/runs.*}: under {@code ====} the claim, then what the
 * program may offer, then the members of its class or module. {@code Request()} makes a request.
 * The programs target .NET Framework 4.5.2, whose default is SSL 3.0 and TLS 1.0, on Windows 7.
 */
final class RunsTest {
  private static final String OFFERS = " offers: ";

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @TestFactory
  Stream<DynamicTest> offers() {
    return Stream.of("cs", "vb", "fs").flatMap(this::claims);
  }

  private Stream<DynamicTest> claims(String language) {
    String[] claims = Fixtures.text("runs." + language).split("(?m)^==== ");
    return Arrays.stream(claims).skip(1).map(c -> test(c, language));
  }

  private DynamicTest test(String claim, String language) {
    int end = claim.indexOf('\n');
    int program = claim.indexOf('\n', end + 1);
    String expected = claim.substring(claim.indexOf(OFFERS, end) + OFFERS.length(), program);
    return DynamicTest.dynamicTest(
        language + ": " + claim.substring(0, end),
        () ->
            assertThat(offered(claim, claim.substring(program), language))
                .isEqualTo(among(expected)));
  }

  private static Set<String> among(String expected) {
    return new TreeSet<>(Arrays.asList(expected.split(" or ")));
  }

  private Set<String> offered(String name, String members, String language) {
    WindowsOutcome outcome =
        CheckTester.in(folder.resolve("p" + name.hashCode()))
            .exe("Job", "4.5.2", "", program(members, language), language)
            .to()
            .windows("windows-7")
            .check()
            .connection()
            .outcomes()
            .get(0);
    if (outcome.verdict().says().startsWith("depends on ")) {
      return Set.of("unknown");
    }
    if (outcome.alternatives().isEmpty()) {
      return Set.of(outcome.offer().id());
    }
    Set<String> all = new TreeSet<>();
    outcome.alternatives().forEach(a -> all.add(a.offer().id()));
    return all;
  }

  private static String program(String members, String language) {
    return switch (language) {
      case "cs" ->
          """
          using System;
          using System.Collections.Generic;
          using System.Net;
          class Program {
            static void Request() { WebRequest.Create("https://server.example/").GetResponse(); }
          %s
          }
          """
              .formatted(members);
      case "vb" ->
          """
          Imports System
          Imports System.Net
          Module Program
            Sub Request()
              WebRequest.Create("https://server.example/").GetResponse()
            End Sub
          %s
          End Module
          """
              .formatted(members);
      default ->
          """
          module Program
          open System
          open System.Net
          let request () = WebRequest.Create("https://server.example/").GetResponse() |> ignore
          %s
          """
              .formatted(members);
    };
  }
}
