package io.github.tlslift.dotnet.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tlslift.dotnet.source.SourceFacts;
import io.github.tlslift.dotnet.source.SourceFile;
import io.github.tlslift.dotnet.source.SourceReader;
import io.github.tlslift.io.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a mistake of ours costs. */
final class OwnFaultsTest {
  private static final String PIN =
      "ServicePointManager.SecurityProtocol = (SecurityProtocolType) 48;";

  private static SourceFile file(String name) {
    return SourceReader.parse(SourceText.ofString(name, "class C { void M() { " + PIN + " } }"));
  }

  private static SourceFacts stumbling(List<SourceFile> files) {
    if (files.stream().anyMatch(f -> f.text().file().equals("bad.cs") && !f.codes().isEmpty())) {
      throw new StackOverflowError("as if");
    }
    return SourceReader.together(files);
  }

  @Test
  void aFileThatBreaksTheReadingOfAllIsLeftOut() {
    SourceFacts facts =
        OwnFaults.contained(
            List.of(file("a.cs"), file("bad.cs"), file("z.cs")), OwnFaultsTest::stumbling);
    assertThat(facts.apiUses())
        .extracting(u -> u.location().file())
        .containsExactly("a.cs", "z.cs");
    assertThat(facts.gaps())
        .singleElement()
        .satisfies(
            g -> {
              assertThat(g.file()).isEqualTo("bad.cs");
              assertThat(g.reason()).contains("our own fault", "as if");
            });
  }

  @Test
  void aMistakeThatNoFileMakesAloneIsNotHidden() {
    assertThatThrownBy(
            () ->
                OwnFaults.contained(
                    List.of(file("a.cs"), file("z.cs")),
                    files -> {
                      if (files.size() > 1) {
                        throw new IllegalStateException("together only");
                      }
                      return SourceReader.together(files);
                    }))
        .hasMessage("together only");
  }
}
