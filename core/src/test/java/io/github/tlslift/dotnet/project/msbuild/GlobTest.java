package io.github.tlslift.dotnet.project.msbuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.tlslift.testkit.MemoryTree;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          **/*.cs,            src/a.cs,            true
          **/*.cs,            src/deep/er/a.CS,    true
          **/*.cs,            other/a.cs,          false
          **/*.cs,            src/a.csx,           false
          *.cs,               src/a.cs,            true
          *.cs,               src/deep/a.cs,       false
          bin/**,             src/bin/x/a.cs,      true
          bin/**,             src/BIN/a.cs,        true
          bin/**,             src/cabin/a.cs,      false
          bin//**,            src/bin/a.cs,        true
          **/.*/**,           src/.vs/a.cs,        true
          **/.*/**,           src/a.b/a.cs,        false
          **/obj/**/*.g.cs,   src/x/obj/y/a.g.cs,  true
          **/obj/**/*.g.cs,   src/x/obj/a.g.cs,    true
          **/obj/**/*.g.cs,   src/obj/a.cs,        false
          Gen??.cs,           src/Gen12.cs,        true
          Gen??.cs,           src/Gen1.cs,         false
          *.*,                src/Makefile,        true
          ../shared/**/*.cs,  shared/a/b.cs,       true
          ../../up/*.cs,      up/a.cs,             false
          a*b*c.cs,           src/axxbxxbxc.cs,    true
          a*b*c.cs,           src/axxbxxb.cs,      false
          **,                 src/a/b/c,           true
          """)
  void matches(String pattern, String path, boolean expected) {
    assertThat(Glob.of("src", pattern).matches(path)).isEqualTo(expected);
  }

  @Test
  void looksOnlyBelowItsLiteralPart() {
    MemoryTree tree = new MemoryTree().withEmpty("src/Models/a.cs", "src/b.cs", "z/Models/c.cs");
    assertThat(Glob.of("src", "models\\**\\*.cs").find(tree)).containsExactly("src/Models/a.cs");
  }

  @Test
  void findsFromTheRoot() {
    MemoryTree tree = new MemoryTree().withEmpty("a.cs", "x/b.cs", "x/c.txt");
    assertThat(Glob.of("", "**/*.cs").find(tree)).containsExactly("a.cs", "x/b.cs");
  }

  @Test
  void endsOnHostilePatterns() {
    String path = "src/" + "a/".repeat(2_000) + "b.cs";
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertThat(Glob.of("src", "**/a/".repeat(200) + "c.cs").matches(path)).isFalse();
          assertThat(Glob.of("", "*a".repeat(200) + "b").matches("a".repeat(5_000))).isFalse();
        });
  }
}
