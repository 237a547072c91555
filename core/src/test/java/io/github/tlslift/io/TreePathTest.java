package io.github.tlslift.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths as files write them. */
final class TreePathTest {
  @ParameterizedTest
  @CsvSource({
    "'', a.cs, a.cs",
    "src, a.cs, src/a.cs",
    "src, ..\\lib\\B.cs, lib/B.cs",
    "a/b, ../../c, c",
    "a/b, ./././c, a/b/c",
    "a, b//c, a/b/c",
    "a, b/, a/b",
    "a, ' b ', a/b",
    "a, b/../../c, c",
    "a, .., ''",
    "'', '', ''",
    "a, ...d, a/...d",
  })
  void resolvesFromTheFolderOfTheFile(String folder, String written, String path) {
    assertThat(TreePath.resolve(folder, written)).contains(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "\\\\server\\share",
        "C:\\x.cs",
        "c:x",
        "..\\..\\x",
        "b/../../../x",
        "\\x",
        "http://host/x"
      })
  void neverLeavesTheTree(String written) {
    assertThat(TreePath.resolve("a", written)).isEmpty();
  }

  @Test
  void takesPathsApart() {
    assertThat(TreePath.folder("a/b/c.cs")).isEqualTo("a/b");
    assertThat(TreePath.folder("c.cs")).isEmpty();
    assertThat(TreePath.name("a/b/c.cs")).isEqualTo("c.cs");
    assertThat(TreePath.extension("a.b/C.CsProj")).isEqualTo("csproj");
    assertThat(TreePath.extension("a.b/Makefile")).isEmpty();
    assertThat(TreePath.extension(".gitignore")).isEqualTo("gitignore");
    assertThat(TreePath.extension("a.")).isEmpty();
  }
}
