package io.github.tlslift.walk;

import static io.github.tlslift.walk.Walks.CODE;
import static io.github.tlslift.walk.Walks.entry;
import static io.github.tlslift.walk.Walks.gaps;
import static io.github.tlslift.walk.Walks.paths;
import static io.github.tlslift.walk.Walks.walk;
import static io.github.tlslift.walk.Walks.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives, the hostile ones above all. */
final class ArchiveWalkTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void readsAnArchiveLikeAFolder() {
    Path file =
        zip(
            folder.resolve("app.nupkg"),
            z -> {
              entry(z, "lib/C.cs", CODE);
              entry(z, "app.config", "<configuration/>");
              entry(z, "readme.md", CODE);
            });
    Inputs inputs = walk(file);
    assertThat(paths(inputs)).containsExactly("app.config", "lib/C.cs");
    assertThat(inputs.text("LIB/c.cs").orElseThrow().text()).isEqualTo(CODE);
    assertThat(inputs.coverage().filesSeen()).isEqualTo(3);
    assertThat(gaps(inputs)).isEmpty();
  }

  @Test
  void doesNotReadAnEntryThatClimbsOut() {
    Path file =
        zip(
            folder.resolve("evil.zip"),
            z -> {
              entry(z, "../../etc/up.cs", CODE);
              entry(z, "/abs.cs", CODE);
              entry(z, "C:\\drive.cs", CODE);
              entry(z, "a\\..\\..\\back.cs", CODE);
              entry(z, "a/../inside.cs", CODE);
            });
    Inputs inputs = walk(file);
    assertThat(paths(inputs)).containsExactly("inside.cs");
    assertThat(gaps(inputs))
        .hasSize(4)
        .allMatch(g -> g.endsWith(": its path leads out of the archive; not read"));
  }

  @Test
  void doesNotUnpackAnEntryThatIsPackedBeyondBelief() {
    Path file = zip(folder.resolve("bomb.zip"), z -> entry(z, "bomb.cs", 24 << 20, 0));
    assertThat(gaps(walk(file))).hasSize(1).allMatch(g -> g.startsWith("bomb.cs: unpacks to more"));
  }

  @Test
  void doesNotUnpackAnEntryBeyondTheLimit() {
    Path file = zip(folder.resolve("big.zip"), z -> entry(z, "big.cs", 33 << 20, 1 << 12));
    assertThat(gaps(walk(file))).hasSize(1).allMatch(g -> g.startsWith("big.cs: unpacks to more"));
  }

  @Test
  void saysThatAnArchiveIsCutOff() throws IOException {
    Path whole = zip(folder.resolve("whole.zip"), z -> entry(z, "C.cs", CODE));
    byte[] bytes = Files.readAllBytes(whole);
    for (int end = 0; end < bytes.length; end++) {
      Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, end));
      assertThat(gaps(walk(cut))).as("cut after " + end).hasSize(1);
    }
  }

  @Test
  void survivesEveryChangedByte() throws IOException {
    Path whole =
        zip(
            folder.resolve("whole.zip"),
            z -> {
              entry(z, "a/C.cs", CODE);
              entry(z, "App.config", "<configuration/>");
            });
    byte[] bytes = Files.readAllBytes(whole);
    Random random = new Random(20);
    for (int at = 0; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= (byte) (1 + random.nextInt(255));
      Inputs inputs = walk(Files.write(folder.resolve("changed.zip"), changed));
      inputs.files().forEach(f -> inputs.text(f.path()));
      assertThat(inputs.coverage().notExamined()).allMatch(g -> !g.reason().isEmpty());
    }
  }

  @Test
  @Tag("lab")
  void stopsWhereTheWholeArchiveUnpacksToTooMuch() {
    Path file =
        zip(
            folder.resolve("many.zip"),
            z -> {
              for (int i = 0; i < 40; i++) {
                entry(z, "f" + i + ".cs", 16 << 20, 1 << 11);
              }
            });
    Inputs inputs = walk(file);
    assertThat(inputs.files()).hasSize(15);
    assertThat(gaps(inputs)).hasSize(25).allMatch(g -> g.contains("the archive unpacks to more"));
  }

  @Test
  @Tag("lab")
  void stopsAfterTooManyEntries() {
    Path file =
        zip(
            folder.resolve("crowd.zip"),
            z -> {
              for (int i = 0; i < 200_010; i++) {
                entry(z, "f" + i + ".cs", "");
              }
            });
    assertThat(gaps(walk(file)))
        .containsExactly(".: more than 200000 entries; the rest is not read");
  }
}
