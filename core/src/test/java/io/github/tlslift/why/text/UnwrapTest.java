package io.github.tlslift.why.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Shapes in which text is pasted. */
final class UnwrapTest {

  @Test
  void chainInOneLineIsSplitAndKeepsItsLine() {
    assertThat(Unwrap.lines("x\nA: one ---> B: two   at C.D(Int32 e) at F.G()"))
        .containsExactly(
            new TextLine(1, "x"),
            new TextLine(2, "A: one"),
            new TextLine(2, "B: two"),
            new TextLine(2, "at C.D(Int32 e)"),
            new TextLine(2, "at F.G()"));
  }

  @Test
  void jsonMembersAreLines() {
    assertThat(texts("{\"os\": \"Windows 7\", \"e\": {\"text\": \"a\\nb\"}}"))
        .containsExactly("os: Windows 7", "text: a", "b");
  }

  @Test
  void whatOnlyLooksLikeJsonStays() {
    assertThat(texts("{oops")).containsExactly("{oops");
  }

  @Test
  void everyLineMayBeJson() {
    assertThat(Unwrap.lines("{\"m\":\"a\"}\nplain\n{\"m\":\"b\"}"))
        .containsExactly(
            new TextLine(1, "m: a"), new TextLine(2, "plain"), new TextLine(3, "m: b"));
  }

  @Test
  void entitiesAreDecodedTwiceAsPagesNestThem() {
    assertThat(texts("a &lt;b&gt; &#39;c&#x27; &amp;quot;d&amp;quot;"))
        .containsExactly("a   'c' \"d\"");
  }

  @Test
  void folderNamesAreNoLineEnds() {
    assertThat(texts("C:\\nuget\\readme.txt")).containsExactly("C:\\nuget\\readme.txt");
  }

  @Test
  void prefixOfEveryLineComesOff() {
    assertThat(texts("  default: The request was\n  default: aborted: no\n  default: way"))
        .containsExactly(" The request was", " aborted: no", " way");
  }

  @Test
  void prefixOfFewLinesStays() {
    assertThat(texts("Error: a\nother\nthing\nError: b\nmore"))
        .containsExactly("Error: a", "other", "thing", "Error: b", "more");
  }

  @Test
  void timesComeOff() {
    assertThat(texts("2024-01-02T03:04:05.678Z boom\n[2024-01-02 03:04:05,678] bang"))
        .containsExactly("boom", "bang");
  }

  private static List<String> texts(String pasted) {
    return Unwrap.lines(pasted).stream().map(TextLine::text).toList();
  }
}
