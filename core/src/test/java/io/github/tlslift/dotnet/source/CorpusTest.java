package io.github.tlslift.dotnet.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.Coverage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All source files under {@code -Dtlslift.corpus=FOLDER} are read to the end, one by one. */
@Tag("lab")
final class CorpusTest {

  @Test
  void isReadToTheEnd() throws IOException {
    String folder = System.getProperty("tlslift.corpus", "");
    Assumptions.assumeFalse(folder.isEmpty(), "no -Dtlslift.corpus");
    Path root = Path.of(folder);
    Map<String, Integer> found = new TreeMap<>();
    long bytes = 0;
    long start = System.nanoTime();
    for (Path file : sources(root)) {
      byte[] content = Files.readAllBytes(file);
      bytes += content.length;
      String name = root.relativize(file).toString();
      SourceFacts facts = SourceReader.read(List.of(SourceText.of(name, content)));
      facts.apiUses().forEach(u -> found.merge(u.role().name(), 1, Integer::sum));
      assertThat(facts.gaps()).as(name).map(Coverage.Gap::reason).doesNotContain("");
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%s: %.0f MB in %.1f s %s%n", folder, bytes / 1e6, seconds, found);
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(p -> SourceReader.language(p.toString()).isPresent())
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }
}
