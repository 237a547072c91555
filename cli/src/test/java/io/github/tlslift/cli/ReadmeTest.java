package io.github.tlslift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The screen in the README; {@code -Dgolden.write} copies it from a run. */
final class ReadmeTest {
  private static final Path README = Path.of("../README.md");
  private static final String FENCE = "```\n";

  @Test
  void screenIsWhatTheCommandPrints() throws IOException {
    String readme = Files.readString(README);
    int start = readme.indexOf(FENCE) + FENCE.length();
    int end = readme.indexOf(FENCE, start);
    String printed =
        Cli.check("invoice-sync", "--to", "contoso.sharepoint.com", "--width", 100)
            .out()
            .replace("fix ../examples", "fix examples");
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(README, readme.substring(0, start) + printed + readme.substring(end));
    } else {
      assertThat(readme.substring(start, end)).isEqualTo(printed);
    }
  }
}
