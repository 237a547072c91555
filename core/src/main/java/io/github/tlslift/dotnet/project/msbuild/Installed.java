package io.github.tlslift.dotnet.project.msbuild;

import io.github.tlslift.io.CsvTable;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.io.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Our own short account of the files that MSBuild and the .NET SDK bring along. */
final class Installed {
  private static final Map<String, ProjectFile> FILES =
      Map.of(
          "common.props", load("Common.props"),
          "common.targets", load("Common.targets"),
          "sdk.props", load("Sdk.props"),
          "sdk.targets", load("Sdk.targets"));
  private static final Map<String, String> SDK_OUTPUT = table("sdks.csv", "sdk", "output");
  private static final Map<String, String> LANGUAGES = table("languages.csv", "file", "identifier");

  private Installed() {}

  /** The file that an import outside the tree means, by its name. */
  static Optional<ProjectFile> resource(String written) {
    return name(written).equals("microsoft.common.props")
        ? file("common.props")
        : language(written).flatMap(identifier -> file("common.targets"));
  }

  /**
   * The framework identifier that a language's targets set; empty text where they leave the
   * default, and nothing where the file is not such a one.
   */
  static Optional<String> language(String written) {
    return Optional.ofNullable(LANGUAGES.get(name(written)));
  }

  private static String name(String written) {
    return TreePath.name(key(written).replace('\\', '/'));
  }

  /** {@code Sdk.props} or {@code Sdk.targets}. */
  static Optional<ProjectFile> sdkFile(String name) {
    return key(name).startsWith("sdk.") ? file(key(name)) : Optional.empty();
  }

  /** What an SDK builds where the project does not say; empty where the SDK is not known. */
  static Optional<String> sdkOutput(String sdk) {
    return Optional.ofNullable(SDK_OUTPUT.get(key(sdk)));
  }

  private static Optional<ProjectFile> file(String name) {
    return Optional.ofNullable(FILES.get(name));
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> table(String name, String from, String to) {
    return CsvTable.load(
            Installed.class, name, row -> Map.entry(key(row.getField(from)), row.getField(to)))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static ProjectFile load(String name) {
    try (InputStream in = Installed.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is missing");
      }
      return ProjectFile.read(SourceText.of(TreeFiles.INSTALLED + name, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedInputException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
