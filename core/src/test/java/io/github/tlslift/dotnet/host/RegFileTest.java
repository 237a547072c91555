package io.github.tlslift.dotnet.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.model.RegistryValue;
import io.github.tlslift.model.RegistryValue.View;
import io.github.tlslift.testkit.Truncation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RegFileTest {
  private static final String HEAD = "Windows Registry Editor Version 5.00\r\n\r\n";
  private static final String FRAMEWORK =
      "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319]\r\n";

  private static RegFile.Contents read(String text) throws MalformedInputException {
    return RegFile.read(SourceText.ofString("machine.reg", text));
  }

  private static RegistryValue one(String line) throws MalformedInputException {
    RegFile.Contents contents = read(HEAD + FRAMEWORK + line + "\r\n");
    assertThat(contents.gaps()).isEmpty();
    assertThat(contents.values()).hasSize(1);
    return contents.values().get(0);
  }

  @Test
  void tellsTheTwoViewsOfSoftwareApart() throws MalformedInputException {
    String text =
        HEAD
            + FRAMEWORK
            + "\"SchUseStrongCrypto\"=dword:00000001\r\n\r\n"
            + "[HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\Microsoft\\.NETFramework\\v4.0.30319]\r\n"
            + "\"SchUseStrongCrypto\"=dword:00000000\r\n";
    assertThat(read(text).values())
        .extracting(v -> v.view() + " " + v.number().orElseThrow() + " " + v.key())
        .containsExactly(
            "NATIVE 1 HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319",
            "WOW6432 0 HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319");
  }

  @Test
  void keepsKeysOutsideSoftwareInBothViews() throws MalformedInputException {
    String key =
        "[HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client]";
    RegistryValue value = read(HEAD + key + "\r\n\"Enabled\"=dword:ffffffff\r\n").values().get(0);
    assertThat(value.view()).isEqualTo(View.BOTH);
    assertThat(value.number()).contains(0xFFFFFFFFL);
    assertThat(value.key()).startsWith("HKEY_LOCAL_MACHINE\\SYSTEM\\");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"A\"=dword:0000000a | REG_DWORD | 10",
        "\"A\"=\"1\" | REG_SZ | 1",
        "\"A\"=\"C:\\\\x\\\\a.exe \\\"q\\\"\" | REG_SZ | C:\\x\\a.exe \"q\"",
        "@=\"default\" | REG_SZ | default",
        "\"A\"=hex(4):01,00,00,00 | REG_DWORD | 1",
        "\"A\"=hex(b):01,00,00,00,00,00,00,00 | REG_QWORD | 1",
        "\"A\"=hex(2):31,00,00,00 | REG_EXPAND_SZ | 1",
        "\"A\"=hex(1):31,00,00,00 | REG_SZ | 1",
        "\"A\"=hex(7):61,00,00,00,62,00,00,00,00,00 | REG_MULTI_SZ | ab",
        "\"A\"=hex:01,ff | REG_BINARY | 01,ff",
        "\"A\"=dword:00000001 ; why | REG_DWORD | 1",
        "  \"A\"  =  dword:1 | REG_DWORD | 1"
      })
  void readsEveryFormOfData(String line, String type, String text) throws MalformedInputException {
    RegistryValue value = one(line);
    assertThat(value.type()).isEqualTo(type);
    assertThat(value.text()).isEqualTo(text);
    assertThat(value.number().isPresent())
        .isEqualTo(type.equals("REG_DWORD") || type.equals("REG_QWORD"));
    assertThat(value.origin()).isEqualTo(RegistryValue.Origin.EXPORT);
  }

  @Test
  void joinsLinesThatEndInABackslash() throws MalformedInputException {
    RegistryValue value = one("\"A\"=hex(2):61,00,\\\r\n  62,00,\\\r\n  00,00");
    assertThat(value.text()).isEqualTo("ab");
    assertThat(value.location().line()).isEqualTo(4);
  }

  @Test
  void marksDeletedValuesAndForgetsDeletedKeys() throws MalformedInputException {
    assertThat(one("\"SchUseStrongCrypto\"=-").deleted()).isTrue();
    RegFile.Contents contents =
        read(HEAD + "[-HKEY_LOCAL_MACHINE\\SOFTWARE\\Gone]\r\n\"A\"=dword:1\r\n");
    assertThat(contents.values()).isEmpty();
    assertThat(contents.gaps()).hasSize(1);
  }

  @Test
  void readsAnExportAsRegeditWritesIt() throws MalformedInputException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(0xFF);
    bytes.write(0xFE);
    bytes.writeBytes(
        (HEAD + FRAMEWORK + "\"Größe\"=dword:00000001\r\n").getBytes(StandardCharsets.UTF_16LE));
    RegFile.Contents contents = RegFile.read(SourceText.of("machine.reg", bytes.toByteArray()));
    assertThat(contents.values()).extracting(RegistryValue::name).containsExactly("Größe");
    assertThat(contents.values().get(0).location().line()).isEqualTo(4);
  }

  @Test
  void readsTheOldFormatInItsCodePage() throws MalformedInputException {
    byte[] bytes =
        ("REGEDIT4\r\n\r\n" + FRAMEWORK + "\"Größe\"=\"ü\"\r\n")
            .getBytes(Charset.forName("windows-1252"));
    RegFile.Contents contents = RegFile.read(SourceText.of("old.reg", bytes));
    assertThat(contents.values().get(0).name()).isEqualTo("Größe");
    assertThat(contents.values().get(0).text()).isEqualTo("ü");
  }

  @Test
  void passesCommentsAndEmptyLinesBy() throws MalformedInputException {
    RegFile.Contents contents =
        read(HEAD + "; a comment\r\n\r\n" + FRAMEWORK + ";\"A\"=dword:1\r\n");
    assertThat(contents.values()).isEmpty();
    assertThat(contents.gaps()).isEmpty();
  }

  @Test
  void endsACommentAtItsLine() throws MalformedInputException {
    RegFile.Contents contents = read(HEAD + FRAMEWORK + "; in C:\\\r\n\"A\"=dword:1\r\n");
    assertThat(contents.values()).extracting(RegistryValue::name).containsExactly("A");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"A\"=dword:xyz",
        "\"A\"=dword:123456789",
        "\"A\"=hex:zz",
        "\"A\"=hex(9f):00",
        "\"A\"=\"no end",
        "\"A\"",
        "\"A",
        "nonsense",
        "\"A\"=word:1"
      })
  void reportsALineItCannotReadAndGoesOn(String line) throws MalformedInputException {
    RegFile.Contents contents = read(HEAD + FRAMEWORK + line + "\r\n\"B\"=dword:1\r\n");
    assertThat(contents.values()).extracting(RegistryValue::name).containsExactly("B");
    assertThat(contents.gaps()).extracting(Coverage.Gap::file).containsExactly("machine.reg");
    assertThat(contents.gaps().get(0).reason()).startsWith("line 4: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "REGEDIT5\r\n", "[HKEY_LOCAL_MACHINE\\A]\r\n", "<xml/>"})
  void refusesWhatIsNoExport(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(MalformedInputException.class);
  }

  @Test
  void readsOrRefusesEveryTruncation() {
    String valid =
        HEAD
            + "; c\r\n"
            + FRAMEWORK
            + "@=\"d\"\r\n\"A\\\"\"=dword:00000001\r\n\"B\"=hex(2):61,00,\\\r\n  00,00\r\n\"C\"=-\r\n";
    Truncation.failsCleanlyEverywhere("machine.reg", valid, RegFile::read);
  }

  @Test
  void readsAnExportThatIsOneLongContinuation() throws MalformedInputException {
    RegistryValue value = one("\"A\"=hex:" + "00,\\\r\n".repeat(200_000) + "00");
    assertThat(value.type()).isEqualTo("REG_BINARY");
  }
}
