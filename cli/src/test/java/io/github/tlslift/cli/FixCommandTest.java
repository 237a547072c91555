package io.github.tlslift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** Every example, mended in a copy and put back. */
final class FixCommandTest {
  private static final String TO = "contoso.sharepoint.com";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private Path copy(String example) throws IOException {
    Path from = Cli.EXAMPLES.resolve(example);
    Path to = folder.resolve(example);
    try (Stream<Path> all = Files.walk(from)) {
      for (Path p : all.toList()) {
        Files.copy(p, to.resolve(from.relativize(p).toString()));
      }
    }
    return to;
  }

  private static Map<String, String> bytes(Path root) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      files.filter(Files::isRegularFile).forEach(f -> all.put(f.toString(), hex(f)));
    }
    return all;
  }

  private static String hex(Path file) {
    try {
      return HexFormat.of().formatHex(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"invoice-sync", "intranet-portal", "payments"})
  void anEditTurnsTheVerdictAndUndoPutsTheBytesBack(String example) throws IOException {
    Path root = copy(example);
    Map<String, String> before = bytes(root);
    assertThat(Cli.run("fix", root, "--to", TO).out())
        .contains("FAILS on every Windows version", "would connect", "@@");
    assertThat(bytes(root)).as("without --apply").isEqualTo(before);

    Cli applied = Cli.run("fix", root, "--to", TO, "--apply");
    assertThat(applied.code()).as(applied.out()).isZero();
    assertThat(Cli.run("check", root, "--to", TO).code()).isZero();
    assertThat(Cli.run("fix", root, "--to", TO, "--apply").out())
        .isEqualTo("everything connects; there is nothing to fix\n");

    assertThat(Cli.run("undo", root).code()).isZero();
    assertThat(bytes(root)).isEqualTo(before);
    assertThat(Cli.run("undo", root).err()).contains("nothing was applied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nightly-scripts", "webjob", "office-addin", "fixed"})
  void whateverIsWrittenIsPutBack(String example) throws IOException {
    Path root = copy(example);
    Map<String, String> before = bytes(root);
    Cli applied = Cli.run("fix", root, "--to", TO, "--apply");
    assertThat(applied.code()).isLessThan(ExitCodes.OWN_FAULT);
    if (!bytes(root).equals(before)) {
      assertThat(Cli.run("undo", root).code()).isZero();
    }
    assertThat(bytes(root)).isEqualTo(before);
  }

  @Test
  void aFileThatHasChangedSinceIsNotPutBack() throws IOException {
    Path root = copy("invoice-sync");
    Cli.run("fix", root, "--to", TO, "--apply");
    Path config = root.resolve("src/App.config");
    Files.writeString(config, Files.readString(config) + "<!-- mine -->");
    Map<String, String> mine = bytes(root);
    Cli undo = Cli.run("undo", root);
    assertThat(undo.code()).isEqualTo(ExitCodes.WRONG_USE);
    assertThat(undo.err()).contains("src/App.config has changed since; nothing was put back");
    assertThat(bytes(root)).isEqualTo(mine);
  }

  @Test
  void theCureThatIsNamedIsTaken() throws IOException {
    Path root = copy("invoice-sync");
    String out = Cli.run("fix", root, "--to", TO, "--cure", "retarget").out();
    assertThat(out)
        .contains("retarget", "<TargetFrameworkVersion>")
        .doesNotContain("config-switch");
    assertThat(Cli.run("fix", root, "--to", TO, "--cure", "registry-strong-crypto").out())
        .contains("registry-strong-crypto-undo.reg", "nothing of that is an edit of these files");
  }

  @Test
  void changesThatGitDoesNotHaveYetAreLeftAlone() throws Exception {
    Path root = copy("invoice-sync");
    Path config = root.resolve("src/App.config");
    git(root, "init", "-q");
    git(root, "add", "-A");
    git(root, "-c", "user.name=t", "-c", "user.email=t@t.example", "commit", "-qm", "t");
    Files.writeString(config, Files.readString(config) + "\n");
    Map<String, String> before = bytes(root.resolve("src"));

    Cli refused = Cli.run("fix", root, "--to", TO, "--apply");
    assertThat(refused.code()).isEqualTo(ExitCodes.WRONG_USE);
    assertThat(refused.err())
        .contains("src/App.config has changes that are not committed; nothing was written");
    assertThat(bytes(root.resolve("src"))).isEqualTo(before);

    assertThat(Cli.run("fix", root, "--to", TO, "--apply", "--allow-dirty").code()).isZero();
    assertThat(Cli.run("undo", root).code()).isZero();
    assertThat(bytes(root.resolve("src"))).isEqualTo(before);
  }

  private static void git(Path root, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
    command.addAll(List.of(words));
    Process git;
    try {
      git = new ProcessBuilder(command).inheritIO().start();
    } catch (IOException e) {
      throw new TestAbortedException("git is not here", e);
    }
    assertThat(git.waitFor()).as(command.toString()).isZero();
  }
}
