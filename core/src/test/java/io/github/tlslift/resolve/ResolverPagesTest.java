package io.github.tlslift.resolve;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of R1 to R18 under {@code docs/resolver}: their examples come out as they say. */
final class ResolverPagesTest {
  @ParameterizedTest(name = "R{0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18})
  void examplesComeOutAsStated(int rule) {
    PageExamples.hold(Path.of("../docs/resolver/R" + rule + ".md"));
  }
}
