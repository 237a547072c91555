package io.github.tlslift.walk;

import static io.github.tlslift.walk.Walks.CODE;
import static io.github.tlslift.walk.Walks.gaps;
import static io.github.tlslift.walk.Walks.paths;
import static io.github.tlslift.walk.Walks.walk;
import static io.github.tlslift.walk.Walks.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Folders, the hostile ones above all. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class FolderWalkTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path root;

  @Test
  void findsWhatMayBearOnTlsAndPassesOverTheRest() {
    write(root.resolve("src/B.cs"), CODE);
    write(root.resolve("src/a.VB"), "Module M\nEnd Module");
    write(root.resolve("readme.md"), CODE);
    write(root.resolve(".git/C.cs"), CODE);
    Inputs inputs = walk(root);
    assertThat(paths(inputs)).containsExactly("src/B.cs", "src/a.VB");
    assertThat(inputs.files().get(0).words()).isEqualTo(Walks.WORD);
    assertThat(inputs.files().get(1).words()).isZero();
    assertThat(inputs.coverage().filesSeen()).isEqualTo(3);
    assertThat(inputs.coverage().filesRead()).isEqualTo(2);
    assertThat(gaps(inputs)).isEmpty();
  }

  @Test
  void findsWordsWhateverTheEncoding() {
    write(root.resolve("le.cs"), ("\uFEFF" + CODE).getBytes(StandardCharsets.UTF_16LE));
    write(root.resolve("be.cs"), ("\uFEFF" + CODE).getBytes(StandardCharsets.UTF_16BE));
    write(root.resolve("bom.cs"), "\uFEFF" + CODE);
    write(root.resolve("latin.cs"), ("// \u00E9\n" + CODE).getBytes(StandardCharsets.ISO_8859_1));
    write(root.resolve("odd.cs"), ("\uFEFF" + CODE + "x").getBytes(StandardCharsets.UTF_16LE));
    assertThat(walk(root).files()).hasSize(5).allMatch(f -> f.words() == Walks.WORD);
  }

  @Test
  void readsAnEmptyFile() {
    write(root.resolve("empty.cs"), "");
    assertThat(walk(root).coverage().filesRead()).isEqualTo(1);
    assertThat(walk(root).text("empty.cs").orElseThrow().text()).isEmpty();
  }

  @Test
  void saysWhichFileIsTooLarge() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(root.resolve("big.cs").toFile(), "rw")) {
      file.setLength((32L << 20) + 1);
    }
    assertThat(gaps(walk(root))).containsExactly("big.cs: larger than 32 MiB (32 MiB); not read");
  }

  @Test
  void entersAFolderThatIsCalledLikeAFile() {
    write(root.resolve("x.cs/App.config"), "<configuration/>");
    assertThat(paths(walk(root))).containsExactly("x.cs/App.config");
    assertThat(gaps(walk(root))).isEmpty();
  }

  @Test
  void stopsWhereFoldersAreNestedTooDeep() {
    write(root.resolve("d/".repeat(95) + "in.cs"), CODE);
    write(root.resolve("d/".repeat(120) + "out.cs"), CODE);
    Inputs inputs = walk(root);
    assertThat(paths(inputs)).containsExactly("d/".repeat(95) + "in.cs");
    assertThat(gaps(inputs))
        .containsExactly("d/".repeat(96) + "d: nested deeper than 96 folders; not entered");
  }

  @Test
  void followsALinkToAFileWhereverItIs(@TempDir Path elsewhere) throws IOException {
    write(elsewhere.resolve("shared.txt"), CODE);
    Files.createSymbolicLink(root.resolve("x.cs"), elsewhere.resolve("shared.txt"));
    Inputs inputs = walk(root);
    assertThat(paths(inputs)).containsExactly("x.cs");
    assertThat(inputs.text("x.cs").orElseThrow().text()).isEqualTo(CODE);
    assertThat(gaps(inputs)).isEmpty();
  }

  @Test
  void saysThatALinkToAFolderOutsideIsNotFollowed(@TempDir Path elsewhere) throws IOException {
    write(elsewhere.resolve("C.cs"), CODE);
    Files.createSymbolicLink(root.resolve("lib"), elsewhere);
    assertThat(gaps(walk(root)))
        .containsExactly(
            "lib: a link to a folder outside, " + elsewhere.toRealPath() + "; not followed");
  }

  @Test
  void comesToAnEndWhereLinksLeadInCircles() throws IOException {
    write(root.resolve("a/C.cs"), CODE);
    Files.createSymbolicLink(root.resolve("a/up"), root);
    Files.createSymbolicLink(root.resolve("a/self.cs"), root.resolve("a/self.cs"));
    Files.createSymbolicLink(root.resolve("ping"), root.resolve("pong"));
    Files.createSymbolicLink(root.resolve("pong"), root.resolve("ping"));
    Inputs inputs = walk(root);
    assertThat(paths(inputs)).containsExactly("a/C.cs");
    assertThat(gaps(inputs)).containsExactly("a/self.cs: a link that leads nowhere");
  }

  @Test
  void saysThatALinkLeadsNowhere() throws IOException {
    Files.createSymbolicLink(root.resolve("gone.cs"), root.resolve("no such file"));
    assertThat(gaps(walk(root))).containsExactly("gone.cs: a link that leads nowhere");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no such links and pipes")
  void doesNotWaitForAPipe() throws Exception {
    Process made = new ProcessBuilder("mkfifo", root.resolve("x.cs").toString()).start();
    assumeTrue(made.waitFor() == 0, "mkfifo is not here");
    Files.createSymbolicLink(root.resolve("y.cs"), root.resolve("x.cs"));
    assertThat(gaps(walk(root)))
        .containsExactly(
            "x.cs: neither a file nor a folder; not opened",
            "y.cs: neither a file nor a folder; not opened");
    assertThat(gaps(walk(root.resolve("x.cs"))))
        .containsExactly("x.cs: neither a file nor a folder; not opened");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no such links and pipes")
  void doesNotReadADevice() throws IOException {
    assumeTrue(Files.exists(Path.of("/dev/zero")));
    Files.createSymbolicLink(root.resolve("x.cs"), Path.of("/dev/zero"));
    assertThat(gaps(walk(root))).containsExactly("x.cs: neither a file nor a folder; not opened");
  }

  // Whoever runs as root may read what nobody may; this file nobody can read.
  @Test
  void saysWhichFileFailsWhileItIsRead() throws IOException {
    Path memory = Path.of("/proc/self/mem");
    assumeTrue(Files.exists(memory), "there is no /proc here");
    Files.createSymbolicLink(root.resolve("x.cs"), memory);
    assertThat(gaps(walk(root))).hasSize(1).allMatch(g -> g.startsWith("x.cs: "));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no such links and pipes")
  void saysWhichFileAndFolderItMayNotRead() throws IOException {
    assumeFalse("root".equals(System.getProperty("user.name")), "root may read everything");
    Path file = write(root.resolve("x.cs"), CODE);
    Path folder = Files.createDirectory(root.resolve("locked"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
    assertThat(gaps(walk(root)))
        .containsExactly("locked: permission denied", "x.cs: permission denied");
  }

  @Test
  void aFileThatGoesAfterTheWalkIsAGap() throws IOException {
    Path file = write(root.resolve("x.cs"), CODE);
    Inputs inputs = walk(root);
    Files.delete(file);
    assertThat(inputs.text("x.cs")).isEmpty();
    assertThat(gaps(inputs)).containsExactly("x.cs: it was gone when it was opened");
  }

  @Test
  @Tag("lab")
  void walksAHundredThousandFiles() throws IOException {
    for (int i = 0; i < 100_000; i++) {
      Path folder = root.resolve("d" + i / 500);
      if (i % 500 == 0) {
        Files.createDirectory(folder);
      }
      Files.write(folder.resolve("f" + i + ".cs"), new byte[] {';'});
    }
    Inputs inputs = walk(root);
    assertThat(inputs.files()).hasSize(100_000);
    assertThat(gaps(inputs)).isEmpty();
  }
}
