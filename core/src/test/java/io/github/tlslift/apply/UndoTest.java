package io.github.tlslift.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tlslift.edit.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is written, what is refused, and what undo puts back. */
final class UndoTest {
  private static final String NAME = "Größe und mehr.config";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path root;

  @BeforeEach
  @SuppressWarnings("NullAway") // JUnit sets the folder before.
  void twoFiles() throws IOException {
    Files.writeString(root.resolve("a.cs"), "old a\r\n");
    Files.writeString(root.resolve(NAME), "old b\n");
  }

  @Test
  void undoRestoresEveryByteAndLeavesNothingBehind() throws Exception {
    Map<String, String> before = tree();
    new Applier(root).apply(both());
    assertThat(tree())
        .containsEntry("a.cs", "new a\r\n")
        .containsEntry(NAME, "new b\n")
        .containsEntry("made.config", "made");
    assertThat(new Undo(root).last().orElseThrow().files())
        .containsExactly("a.cs", NAME, "made.config");
    assertThat(tree()).isEqualTo(before);
  }

  @Test
  void undoGoesBackOneStepAtATime() throws Exception {
    new Applier(root).apply(List.of(change("a.cs", "old a\r\n", "second")));
    new Applier(root).apply(List.of(change("a.cs", "second", "third")));
    assertThat(new Undo(root).last().orElseThrow().left()).isEqualTo(1);
    assertThat(Files.readString(root.resolve("a.cs"))).isEqualTo("second");
    assertThat(new Undo(root).last().orElseThrow().left()).isZero();
    assertThat(Files.readString(root.resolve("a.cs"))).isEqualTo("old a\r\n");
    assertThat(new Undo(root).last()).isEmpty();
  }

  @Test
  void undoRefusesWhereAFileChangedSinceAndPutsNothingBack() throws Exception {
    new Applier(root).apply(both());
    Files.writeString(root.resolve(NAME), "mine\n");
    assertThatThrownBy(() -> new Undo(root).last())
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(NAME + " has changed since; nothing was put back");
    assertThat(tree()).containsEntry("a.cs", "new a\r\n").containsEntry(NAME, "mine\n");
  }

  @Test
  void undoFinishesWhatAKillLeftHalfDone() throws Exception {
    Map<String, String> before = tree();
    new Applier(root).apply(both());
    Files.writeString(root.resolve("a.cs"), "old a\r\n");
    Files.writeString(root.resolve(".a.cs.tlslift-new"), "ne");
    Files.delete(root.resolve("made.config"));
    new Undo(root).last();
    assertThat(tree()).isEqualTo(before);
  }

  @Test
  void refusesAFileThatChangedMeanwhileAndWritesNothing() throws Exception {
    Files.writeString(root.resolve(NAME), "other\n");
    Map<String, String> before = tree();
    assertThatThrownBy(() -> new Applier(root).apply(both()))
        .isInstanceOf(RefusedException.class)
        .hasMessage(NAME + " has changed meanwhile; nothing was written");
    assertThat(tree()).isEqualTo(before);
  }

  @Test
  void refusesToOverwriteAFileThatWasMadeMeanwhile() throws Exception {
    Files.writeString(root.resolve("made.config"), "theirs");
    assertThatThrownBy(() -> new Applier(root).apply(both()))
        .hasMessage("made.config was made meanwhile; nothing was written");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions of POSIX")
  void refusesAReadOnlyFileAndKeepsThePermissionsOfOthers() throws Exception {
    Path script = root.resolve("a.cs");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x---"));
    new Applier(root).apply(List.of(change("a.cs", "old a\r\n", "new")));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(script)))
        .isEqualTo("rwxr-x---");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("r--r--r--"));
    assertThatThrownBy(() -> new Applier(root).apply(List.of(change("a.cs", "new", "newer"))))
        .hasMessage("a.cs is read-only; make it writable; nothing was written");
    assertThatThrownBy(() -> new Undo(root).last())
        .hasMessage("a.cs is read-only; make it writable; nothing was put back");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right there")
  void refusesToReplaceALink() throws Exception {
    Files.createSymbolicLink(root.resolve("link.cs"), Path.of("a.cs"));
    assertThatThrownBy(
            () -> new Applier(root).apply(List.of(change("link.cs", "old a\r\n", "new"))))
        .hasMessageStartingWith("link.cs is a link");
  }

  @Test
  void leavesTheStoreOutOfVersionControl() throws Exception {
    new Applier(root).apply(both());
    assertThat(Files.readString(root.resolve(".tlslift/.gitignore"))).isEqualTo("*\n");
  }

  private static List<Change> both() {
    return List.of(
        change("a.cs", "old a\r\n", "new a\r\n"),
        change(NAME, "old b\n", "new b\n"),
        Change.created("made.config", bytes("made")));
  }

  private static Change change(String path, String before, String after) {
    return Change.of(path, bytes(before), bytes(after));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, String> tree() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return files;
  }
}
