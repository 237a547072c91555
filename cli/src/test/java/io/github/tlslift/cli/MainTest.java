package io.github.tlslift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class MainTest {
  @Test
  void unknownCommandIsWrongUse() {
    assertThat(new CommandLine(new Main()).execute("frobnicate")).isEqualTo(2);
  }
}
