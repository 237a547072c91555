package io.github.tlslift.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Diffs as people read them, and as git takes them. */
final class UnifiedDiffTest {
  private static final String[] LINES = {"a\n", "b\n", "c\r\n", "\n", "\r\n", "é\n", "a b\t\n"};

  @Test
  void showsThreeLinesAround() {
    Change change = change("a/Program.cs", "1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\nV\n6\n7\n8\n");
    assertThat(UnifiedDiff.lines(change))
        .containsExactly(
            "diff --git a/a/Program.cs b/a/Program.cs",
            "--- a/a/Program.cs",
            "+++ b/a/Program.cs",
            "@@ -2,7 +2,7 @@",
            " 2",
            " 3",
            " 4",
            "-5",
            "+V",
            " 6",
            " 7",
            " 8");
  }

  @Test
  void saysWhereTheLastLineHasNoEnd() {
    assertThat(UnifiedDiff.lines(change("a", "x", "y\n")))
        .endsWith("-x", "\\ No newline at end of file", "+y");
  }

  @Test
  void namesTheNullDeviceForAFileThatWasNotThere() {
    assertThat(UnifiedDiff.lines(Change.created("a b.config", bytes("x\n"))))
        .contains("new file mode 100644", "--- /dev/null", "+++ b/a b.config\t", "@@ -0,0 +1 @@");
  }

  @Test
  void isEmptyWhereNothingChanges() {
    assertThat(UnifiedDiff.lines(change("a", "x\n", "x\n"))).isEmpty();
  }

  @Test
  void gitAppliesWhateverIsChanged(@TempDir Path folder) throws Exception {
    assumeTrue(git(folder, "--version") == 0, "git is not installed");
    Random random = new Random(3);
    for (int round = 0; round < 40; round++) {
      List<Change> changes = new ArrayList<>();
      for (String name :
          List.of("a.cs", "with space.config", "Größe.vb", "wide.config", "new.txt")) {
        byte[] before = content(random, name);
        byte[] after = content(random, name);
        changes.add(
            name.equals("new.txt") ? Change.created(name, after) : Change.of(name, before, after));
      }
      changes.removeIf(c -> c.isNone() || c.isCreation() && c.after().length == 0);
      apply(folder.resolve("round" + round), changes);
    }
  }

  private static void apply(Path folder, List<Change> changes) throws Exception {
    Files.createDirectories(folder);
    for (Change change : changes) {
      if (!change.isCreation()) {
        Files.write(folder.resolve(change.path()), change.before().orElseThrow());
      }
    }
    Files.write(folder.resolve("it.patch"), UnifiedDiff.patch(changes));
    assertThat(git(folder, "init", "-q")).isZero();
    assertThat(git(folder, "apply", "--whitespace=nowarn", "it.patch")).isZero();
    for (Change change : changes) {
      assertThat(Files.readAllBytes(folder.resolve(change.path()))).isEqualTo(change.after());
    }
  }

  private static byte[] content(Random random, String name) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(25); i > 0; i--) {
      text.append(LINES[random.nextInt(LINES.length)]);
    }
    text.append(random.nextBoolean() ? "end" : "");
    return name.startsWith("wide")
        ? ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)
        : text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static int git(Path folder, String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(args));
    try {
      Process process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
      return process.waitFor();
    } catch (IOException notInstalled) {
      return -1;
    }
  }

  private static Change change(String path, String before, String after) {
    return Change.of(path, bytes(before), bytes(after));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
