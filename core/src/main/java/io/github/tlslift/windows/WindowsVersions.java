package io.github.tlslift.windows;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.tlslift.io.CsvTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** All Windows versions of {@code windows-versions.csv}, oldest line first. */
public final class WindowsVersions {
  private static final List<WindowsVersion> ALL =
      CsvTable.load(WindowsVersions.class, "windows-versions.csv", WindowsVersions::row);

  private WindowsVersions() {}

  /** Every version. */
  public static List<WindowsVersion> all() {
    return ALL;
  }

  /** The versions a verdict covers when none is asked for. */
  public static List<WindowsVersion> defaultSet() {
    return ALL.stream().filter(WindowsVersion::inDefaultSet).toList();
  }

  /** The version of an exact id. */
  public static Optional<WindowsVersion> byId(String id) {
    return ALL.stream().filter(v -> v.id().equals(id)).findFirst();
  }

  /** The version a person means: id, name or alias, whatever its case. */
  public static Optional<WindowsVersion> parse(String text) {
    String key = key(text);
    return ALL.stream().filter(v -> names(v).anyMatch(n -> key(n).equals(key))).findFirst();
  }

  private static java.util.stream.Stream<String> names(WindowsVersion v) {
    return java.util.stream.Stream.concat(
        java.util.stream.Stream.of(v.id(), v.name()), v.aliases().stream());
  }

  private static String key(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replace("windows", "");
    return lower.replace("server", "").replaceAll("[\\s_-]", "");
  }

  private static WindowsVersion row(NamedCsvRecord row) {
    String build = row.getField("build");
    return new WindowsVersion(
        row.getField("id"),
        row.getField("name"),
        build.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(build)),
        row.getField("windows_schannel_row"),
        row.getField("cipher_suites_row"),
        Arrays.stream(row.getField("aliases").split(";")).filter(a -> !a.isEmpty()).toList(),
        row.getField("in_default_set").equals("yes"));
  }
}
