package io.github.tlslift.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tlslift.io.SourceText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an edit leaves alone, byte for byte. */
final class TextEditsTest {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final String[] PIECES = {
    "\r\n",
    "\n",
    "\r",
    "\t",
    "  ",
    " \n",
    "<a b=\"c\" />",
    "// Größe\n",
    "x",
    "'",
    "&quot;",
    "é",
    "€"
  };

  /** The encodings that config and source files come in. */
  enum Encoding {
    UTF_8(StandardCharsets.UTF_8),
    UTF_8_MARKED(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
    UTF_16LE(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
    UTF_16BE(StandardCharsets.UTF_16BE, 0xFE, 0xFF),
    WINDOWS(WINDOWS_1252);

    private final Charset charset;
    private final int[] mark;

    Encoding(Charset charset, int... mark) {
      this.charset = charset;
      this.mark = mark;
    }

    byte[] bytes(String text) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (int b : mark) {
        out.write(b);
      }
      out.writeBytes(text.getBytes(charset));
      return out.toByteArray();
    }
  }

  @ParameterizedTest
  @EnumSource
  void noEditsGiveTheSameBytes(Encoding encoding) throws NotEditableException {
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = encoding.bytes(text(random));
      assertThat(TextEdits.apply(SourceText.of("a", bytes), bytes, List.of())).isEqualTo(bytes);
    }
  }

  @ParameterizedTest
  @EnumSource
  void editsChangeTheTextAndNothingOfItsEncoding(Encoding encoding) throws NotEditableException {
    Random random = new Random(2);
    for (int i = 0; i < 300; i++) {
      // An umlaut in front keeps windows-1252 from being read as UTF-8.
      String text = "ü" + text(random);
      List<Edit> edits = edits(random, text);
      byte[] bytes = encoding.bytes(text);
      assertThat(TextEdits.apply(SourceText.of("a", bytes), bytes, edits))
          .isEqualTo(encoding.bytes(edited(text, edits)));
    }
  }

  @Test
  void bytesWithoutACharacterInWindows1252Stay() throws NotEditableException {
    byte[] bytes = {(byte) 0xE9, (byte) 0x81, 'a', (byte) 0x9D, '\r', '\n'};
    assertThat(TextEdits.apply(SourceText.of("a", bytes), bytes, List.of(new Edit(2, 3, "bc"))))
        .isEqualTo(new byte[] {(byte) 0xE9, (byte) 0x81, 'b', 'c', (byte) 0x9D, '\r', '\n'});
  }

  @Test
  void refusesATextThatDoesNotGiveItsBytesBack() {
    byte[] bytes = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', (byte) 0xFF};
    assertThatThrownBy(
            () -> TextEdits.apply(SourceText.of("a.cs", bytes), bytes, List.of(Edit.delete(0, 1))))
        .isInstanceOf(NotEditableException.class)
        .hasMessage("a.cs is not valid UTF-8 throughout; edit it by hand");
  }

  @Test
  void refusesEditsOfTheSameCharacters() {
    byte[] bytes = "abcdef".getBytes(StandardCharsets.UTF_8);
    List<Edit> edits = List.of(new Edit(0, 3, "x"), new Edit(2, 4, "y"));
    assertThatThrownBy(() -> TextEdits.apply(SourceText.of("a.cs", bytes), bytes, edits))
        .hasMessage("a.cs: two edits want the same characters");
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(30); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static List<Edit> edits(Random random, String text) {
    List<Edit> edits = new ArrayList<>();
    int at = 0;
    while (at < text.length() && edits.size() < 4) {
      int start = at + random.nextInt(text.length() - at);
      int end = start + random.nextInt(Math.min(5, text.length() - start) + 1);
      edits.add(new Edit(start, end, PIECES[random.nextInt(PIECES.length)]));
      at = end + 1;
    }
    return edits;
  }

  private static String edited(String text, List<Edit> edits) {
    StringBuilder out = new StringBuilder(text);
    for (int i = edits.size() - 1; i >= 0; i--) {
      out.replace(edits.get(i).start(), edits.get(i).end(), edits.get(i).replacement());
    }
    return out.toString();
  }
}
