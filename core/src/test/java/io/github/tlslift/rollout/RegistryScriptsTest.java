package io.github.tlslift.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.dotnet.host.RegFile;
import io.github.tlslift.dotnet.source.SourceReader;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.Clr;
import io.github.tlslift.model.Cure;
import io.github.tlslift.model.RegistryValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files that set registry values, held against a registry of our own. */
final class RegistryScriptsTest {
  private static final String KEY =
      "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319]\r\n";

  /** Each kind of cure that writes to the registry. */
  private enum Kind {
    STRONG_CRYPTO(Clr.CLR4, "SchUseStrongCrypto=1"),
    SYSTEM_DEFAULT(Clr.CLR4, "SystemDefaultTlsVersions=1", "SchUseStrongCrypto=1"),
    CLR2(Clr.CLR2, "SystemDefaultTlsVersions=1", "schannel:TLS 1.2=enabled"),
    WIN_HTTP(Clr.NATIVE, "DefaultSecureProtocols=0xA00", "schannel:TLS 1.2=enabled");

    private final Clr clr;
    private final List<String> sets;

    Kind(Clr clr, String... sets) {
      this.clr = clr;
      this.sets = List.of(sets);
    }

    Artifact file(String end, List<RegistryValue> known) {
      return RegistryScripts.of(cure(), clr, known).stream()
          .filter(a -> a.name().endsWith(end))
          .filter(a -> !end.equals(".reg") || !a.name().endsWith("-undo.reg"))
          .filter(a -> !end.equals(".ps1") || !a.name().endsWith(".dsc.ps1"))
          .findFirst()
          .orElseThrow();
    }

    private Cure cure() {
      return new Cure(
          "registry-x",
          "registry: " + String.join(" and ", sets),
          Cure.Applicability.REVIEW,
          "administrator rights",
          List.of("Server 2019"),
          List.of(),
          List.of("every program on the machine"),
          "the programs",
          List.of(),
          sets,
          Cure.Reach.REGISTRY);
    }
  }

  private static List<RegistryValue> read(byte[] bytes) throws MalformedInputException {
    RegFile.Contents read = RegFile.read(SourceText.of("x.reg", bytes));
    assertThat(read.gaps()).isEmpty();
    return read.values();
  }

  private static String place(RegistryValue v) {
    return v.view() + " " + v.key() + " " + v.name();
  }

  /** What {@code reg import} makes of a registry. */
  private static Map<String, String> imported(Map<String, String> registry, Artifact file)
      throws MalformedInputException {
    Map<String, String> after = new TreeMap<>(registry);
    for (RegistryValue v : read(file.bytes())) {
      if (v.deleted()) {
        after.remove(place(v));
      } else {
        after.put(place(v), v.type() + " " + v.text());
      }
    }
    return after;
  }

  private static Map<String, String> registry(List<RegistryValue> values) {
    Map<String, String> registry = new TreeMap<>();
    values.forEach(v -> registry.put(place(v), v.type() + " " + v.text()));
    return registry;
  }

  @ParameterizedTest
  @EnumSource
  void aRegFileIsWhatRegeditWrites(Kind kind) {
    for (String end : List.of(".reg", "-undo.reg")) {
      byte[] bytes = kind.file(end, List.of()).bytes();
      assertThat(bytes).startsWith(0xFF, 0xFE);
      String text = new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
      assertThat(text).startsWith("Windows Registry Editor Version 5.00\r\n\r\n");
      assertThat(text.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
    }
  }

  @Test
  void bothViewsGetTheValueAndAreNamedByWhoReadsThem() throws MalformedInputException {
    Artifact file = Kind.STRONG_CRYPTO.file(".reg", List.of());
    assertThat(registry(read(file.bytes())))
        .containsExactly(
            Map.entry(
                "NATIVE HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319 SchUseStrongCrypto",
                "REG_DWORD 1"),
            Map.entry(
                "WOW6432 HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319 SchUseStrongCrypto",
                "REG_DWORD 1"));
    assertThat(file.text())
        .contains("; read by 64-bit programs\r\n" + KEY)
        .contains(
            "; read by 32-bit programs\r\n" + KEY.replace("SOFTWARE\\", "SOFTWARE\\Wow6432Node\\"));
  }

  @Test
  void winHttpAndSchannelGetTheirOwnKeys() throws MalformedInputException {
    assertThat(registry(read(Kind.WIN_HTTP.file(".reg", List.of()).bytes())).values())
        .containsExactlyInAnyOrder(
            "REG_DWORD 2560", "REG_DWORD 2560", "REG_DWORD 1", "REG_DWORD 0");
    assertThat(Kind.WIN_HTTP.file(".reg", List.of()).text())
        .contains("SCHANNEL\\Protocols\\TLS 1.2\\Client]", "Internet Settings\\WinHttp]");
    assertThat(Kind.CLR2.file(".reg", List.of()).text()).contains("v2.0.50727]");
  }

  @ParameterizedTest
  @EnumSource
  void theInversePutsBackWhateverWasThere(Kind kind) throws MalformedInputException {
    for (int seed = 0; seed < 200; seed++) {
      List<RegistryValue> known = read(export(kind, new Random(seed)));
      Map<String, String> before = registry(known);
      Map<String, String> set = imported(before, kind.file(".reg", known));
      assertThat(set).as("seed " + seed).isNotEqualTo(before);
      assertThat(imported(set, kind.file("-undo.reg", known))).as("seed " + seed).isEqualTo(before);
    }
  }

  // Any of the values that the cure sets, as data of some type, and one that it does not.
  private static byte[] export(Kind kind, Random random) {
    String[] data = {
      "dword:00000000",
      "dword:ffffffff",
      "\"a \\\\ \\\"b\\\"\"",
      "\"\"",
      "hex(b):02,01,00,00,00,00,00,80",
      "hex(2):25,00,41,00,00,00",
      "hex:0a,ff",
    };
    StringBuilder text = new StringBuilder("Windows Registry Editor Version 5.00\r\n");
    for (DwordValue v : DwordValue.of(kind.sets, kind.clr)) {
      text.append("\r\n[HKEY_LOCAL_MACHINE\\")
          .append(v.key())
          .append("]\r\n\"Other\"=dword:07\r\n");
      if (random.nextInt(3) > 0) {
        String some = data[random.nextInt(data.length)];
        text.append('"').append(v.name()).append("\"=");
        text.append(some).append("\r\n");
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void withoutAnExportTheInverseDeletesTheValue() {
    assertThat(Kind.STRONG_CRYPTO.file("-undo.reg", List.of()).text())
        .contains(KEY + "\"SchUseStrongCrypto\"=-\r\n");
    assertThat(Kind.STRONG_CRYPTO.file("-undo.reg", List.of()).what())
        .contains("no --registry export was given");
  }

  @Test
  void whatAnExportDoesNotTellInFullIsLeftToTheReader() throws MalformedInputException {
    List<RegistryValue> known =
        read(
            ("REGEDIT4\r\n"
                    + KEY
                    + "\"SchUseStrongCrypto\"=hex(7):61,00,00,00,62,00,00,00,00,00\r\n")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(Kind.STRONG_CRYPTO.file("-undo.reg", known).text())
        .contains(
            "; \"SchUseStrongCrypto\" was of a type that is not told here; put it back by hand");
  }

  @ParameterizedTest
  @EnumSource
  void thePowershellScriptWritesTheSame(Kind kind) throws MalformedInputException {
    Artifact script = kind.file(".ps1", List.of());
    List<RegistryValue> written =
        SourceReader.read(List.of(SourceText.of("set.ps1", script.bytes()))).registry();
    assertThat(numbers(written)).isEqualTo(numbers(read(kind.file(".reg", List.of()).bytes())));
  }

  private static Map<String, String> numbers(List<RegistryValue> values) {
    Map<String, String> numbers = new TreeMap<>();
    values.forEach(v -> numbers.put(place(v), v.text()));
    return numbers;
  }

  @ParameterizedTest
  @EnumSource
  void dscAndAnsibleNameEveryValue(Kind kind) {
    for (DwordValue v : DwordValue.of(kind.sets, kind.clr)) {
      assertThat(kind.file(".dsc.ps1", List.of()).text())
          .contains("Key       = 'HKEY_LOCAL_MACHINE\\" + v.key() + "'")
          .contains("ValueName = '" + v.name() + "'", "ValueData = '" + v.number() + "'");
      assertThat(kind.file(".ansible.yml", List.of()).text())
          .contains("    path: 'HKLM:\\" + v.key() + "'\n    name: " + v.name())
          .contains("    data: " + v.number() + "\n    type: dword\n");
    }
  }
}
