package io.github.tlslift.dotnet.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.FoldedValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files in the encodings that .NET projects have. */
final class EncodingTest {
  private static final String CODE =
      "// Grüße – “x”\r\nvar é = \"ä\";\r\nServicePointManager.SecurityProtocol ="
          + " SecurityProtocolType.Tls12;\r\n";

  @ParameterizedTest(name = "{0} with mark {1}")
  @CsvSource({
    "UTF-8, ''",
    "UTF-8, EFBBBF",
    "UTF-16LE, FFFE",
    "UTF-16BE, FEFF",
    "windows-1252, ''",
  })
  void isReadAndPlacesAreWhereTheyStand(String charset, String mark) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < mark.length(); i += 2) {
      bytes.write(Integer.parseInt(mark.substring(i, i + 2), 16));
    }
    bytes.writeBytes(CODE.getBytes(Charset.forName(charset)));
    SourceText file = SourceText.of("a.cs", bytes.toByteArray());
    SourceFacts facts = SourceReader.read(List.of(file));
    ApiUse use = facts.apiUses().get(0);
    assertThat(facts.apiUses()).hasSize(1);
    assertThat(use.value()).isEqualTo(FoldedValue.of(3072));
    assertThat(use.location().line()).isEqualTo(3);
    assertThat(use.location().offset()).isEqualTo(CODE.indexOf("ServicePointManager"));
    assertThat(use.code())
        .isEqualTo("ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12");
  }

  @ParameterizedTest
  @CsvSource({"'\\n'", "'\\r'", "'\\r\\n'"})
  void linesEndAnyWay(String end) {
    String line = end.translateEscapes();
    String text = "# a" + line + "[Net.ServicePointManager]::SecurityProtocol = 'Tls12'" + line;
    SourceFacts facts = SourceReader.read(List.of(SourceText.ofString("a.ps1", text)));
    assertThat(facts.apiUses()).extracting(u -> u.location().line()).containsExactly(2);
  }
}
