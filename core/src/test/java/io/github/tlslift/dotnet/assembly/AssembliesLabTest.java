package io.github.tlslift.dotnet.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.dotnet.assembly.image.Image;
import io.github.tlslift.dotnet.assembly.metadata.TableId;
import io.github.tlslift.dotnet.assembly.metadata.Tables;
import io.github.tlslift.dotnet.source.SourceReader;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.testkit.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Assemblies beside what Mono's tools say of them; {@code lab/binaries.sh} writes what it reads.
 */
@Tag("lab")
final class AssembliesLabTest {

  // Lines "path types methods member-references".
  @Test
  void saysOfEveryAssemblyWhatMonodisSays() throws IOException {
    List<String> lines = Files.readAllLines(Path.of(System.getProperty("lab.counts", "")));
    assertThat(lines).isNotEmpty();
    SoftAssertions all = new SoftAssertions();
    for (String line : lines) {
      String path = line.substring(0, line.indexOf(' '));
      all.assertThat(counts(path)).isEqualTo(line);
    }
    all.assertAll();
  }

  private static String counts(String path) throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of(path));
    try {
      if (AssemblyReader.read(path, bytes, true).isNative()) {
        return path + " 0 0 0";
      }
      Tables tables = Image.open(path, bytes).orElseThrow().metadata().tables();
      return String.join(
          " ",
          path,
          String.valueOf(tables.count(TableId.TYPE_DEF)),
          String.valueOf(tables.count(TableId.METHOD_DEF)),
          String.valueOf(tables.count(TableId.MEMBER_REF)));
    } catch (MalformedInputException e) {
      return path + " " + e.getMessage();
    }
  }

  // Lines "program source source"; the program lies beside.
  @Test
  void showsInIlWhatTheSourceSays() throws IOException, MalformedInputException {
    Path folder = Path.of(System.getProperty("lab.programs", ""));
    List<String> programs = Files.readAllLines(folder.resolve("programs"));
    assertThat(programs).hasSizeGreaterThan(100);
    SoftAssertions all = new SoftAssertions();
    for (String line : programs) {
      String[] words = line.split(" ");
      byte[] bytes = Files.readAllBytes(folder.resolve(words[0] + ".exe"));
      all.assertThat(il(bytes)).as(line).containsExactlyInAnyOrderElementsOf(source(words));
    }
    all.assertAll();
  }

  // Lines "library source"; the library lies beside.
  @Test
  void showsInIlWhatEachFormOfCodeSays() throws IOException, MalformedInputException {
    Path folder = Path.of(System.getProperty("lab.programs", ""));
    List<String> forms = Files.readAllLines(folder.resolve("forms"));
    assertThat(forms).hasSizeGreaterThan(10);
    SoftAssertions all = new SoftAssertions();
    for (String line : forms) {
      String[] words = line.split(" ");
      byte[] bytes = Files.readAllBytes(folder.resolve(words[0] + ".dll"));
      List<String> source = inSource(List.of("forms/" + words[1] + ".cs"));
      all.assertThat(source).as(line).isNotEmpty();
      all.assertThat(il(bytes)).as(line).containsExactlyInAnyOrderElementsOf(source);
    }
    all.assertAll();
  }

  private static List<String> il(byte[] bytes) throws MalformedInputException {
    return AssemblyReader.read("a.exe", bytes, true).main().orElseThrow().apiUses().stream()
        .map(ClientAssembliesTest.SameUse::text)
        .toList();
  }

  private static List<String> source(String[] words) {
    return inSource(
        Stream.concat(Stream.of("Lab.cs"), Stream.of(words).skip(1))
            .map(f -> "clients/" + f)
            .toList());
  }

  private static List<String> inSource(List<String> fixtures) {
    List<SourceText> files =
        fixtures.stream().map(f -> SourceText.of(f, Fixtures.bytes(f))).toList();
    return SourceReader.read(files).apiUses().stream()
        .map(ClientAssembliesTest.SameUse::text)
        .toList();
  }
}
