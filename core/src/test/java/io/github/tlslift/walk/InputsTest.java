package io.github.tlslift.walk;

import static io.github.tlslift.walk.Walks.gaps;
import static io.github.tlslift.walk.Walks.walk;
import static io.github.tlslift.walk.Walks.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding files among those of a walk. */
final class InputsTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path root;

  @BeforeEach
  void files() {
    for (String path :
        new String[] {"a/B.cs", "a/b/c.cs", "a.b/d.cs", "a-b/e.cs", "a0.cs", "A/f.cs", "z.cs"}) {
      write(root.resolve(path), "");
    }
  }

  @Test
  void filesAreSortedByPath() {
    assertThat(Walks.paths(walk(root))).isSorted().hasSize(7);
  }

  @Test
  void findsAFileWhateverItsCase() {
    Inputs inputs = walk(root);
    assertThat(inputs.find("A/b.CS")).contains("a/B.cs");
    assertThat(inputs.find("a")).isEmpty();
    assertThat(inputs.find("")).isEmpty();
    assertThat(inputs.find("a/b.c")).isEmpty();
  }

  @Test
  void findsOnlyWhatIsBelowAFolder() {
    Inputs inputs = walk(root);
    assertThat(inputs.under("a")).containsExactly("a/B.cs", "a/b/c.cs");
    assertThat(inputs.under("a/b")).containsExactly("a/b/c.cs");
    assertThat(inputs.under("a.b")).containsExactly("a.b/d.cs");
    assertThat(inputs.under("A.B")).containsExactly("a.b/d.cs");
    assertThat(inputs.under("a/B")).containsExactly("a/b/c.cs");
    assertThat(inputs.under("nowhere")).isEmpty();
    assertThat(inputs.under("a0.cs")).isEmpty();
    assertThat(inputs.under("")).hasSize(7);
  }

  @Test
  void readsASingleFile() {
    Inputs inputs = walk(write(root.resolve("one.cs"), Walks.CODE));
    assertThat(Walks.paths(inputs)).containsExactly("one.cs");
    assertThat(inputs.text("one.cs").orElseThrow().text()).isEqualTo(Walks.CODE);
  }

  @Test
  void aSingleFileBeyondTheLimitIsAGap() throws IOException {
    Path file = root.resolve("big.cs");
    try (RandomAccessFile big = new RandomAccessFile(file.toFile(), "rw")) {
      big.setLength(40L << 20);
    }
    assertThat(gaps(walk(file))).containsExactly("big.cs: larger than 32 MiB (40 MiB); not read");
  }

  @Test
  void aRootThatIsGoneIsAGap() {
    assertThat(gaps(walk(root.resolve("gone.cs"))))
        .containsExactly("gone.cs: it was gone when it was opened");
    assertThat(gaps(walk(root.resolve("gone.zip"))))
        .containsExactly("gone.zip: it was gone when it was opened");
  }
}
