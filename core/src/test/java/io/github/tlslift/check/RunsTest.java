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
 * Claims about whole programs, {@code fixtures/runs.cs}: under {@code ====} the claim, then what
 * the program may offer, then the members of its class. {@code Request()} makes a request. The
 * programs target .NET Framework 4.5.2, whose default is SSL 3.0 and TLS 1.0, on Windows 7.
 */
final class RunsTest {
  private static final String OFFERS = "// offers: ";

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @TestFactory
  Stream<DynamicTest> offers() {
    String[] claims = Fixtures.text("runs.cs").split("(?m)^==== ");
    return Arrays.stream(claims).skip(1).map(this::test);
  }

  private DynamicTest test(String claim) {
    int end = claim.indexOf('\n');
    int program = claim.indexOf('\n', end + 1);
    String expected = claim.substring(end + 1 + OFFERS.length(), program);
    return DynamicTest.dynamicTest(
        claim.substring(0, end),
        () -> assertThat(offered(claim, claim.substring(program))).isEqualTo(among(expected)));
  }

  private static Set<String> among(String expected) {
    return new TreeSet<>(Arrays.asList(expected.split(" or ")));
  }

  private Set<String> offered(String name, String members) {
    WindowsOutcome outcome =
        CheckTester.in(folder.resolve("p" + name.hashCode()))
            .exe("Job", "4.5.2", "", program(members))
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

  private static String program(String members) {
    return """
        using System;
        using System.Collections.Generic;
        using System.Net;
        class Program {
          static void Request() { WebRequest.Create("https://server.example/").GetResponse(); }
        %s
        }
        """
        .formatted(members);
  }
}
