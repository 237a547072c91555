package io.github.tlslift.hello;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.tlslift.io.CsvTable;
import io.github.tlslift.windows.WindowsVersion;
import java.util.Arrays;
import java.util.List;

/**
 * What Schannel puts into every hello, from a build of Windows on ({@code schannel-hellos.md}).
 *
 * @param build the first it holds for
 * @param extensions in order, where TLS 1.3 is not offered
 * @param tls13Extensions in order, where it is; empty where the build has none
 */
record WindowsHello(
    int build,
    List<Integer> extensions,
    List<Integer> tls13Extensions,
    List<Integer> groups,
    List<Integer> signatureSchemes) {

  private static final List<WindowsHello> ALL =
      CsvTable.load(WindowsHello.class, "windows-hellos.csv", WindowsHello::row);

  static WindowsHello of(WindowsVersion windows) {
    return ALL.stream()
        .filter(h -> windows.isBuildAtLeast(h.build))
        .reduce((older, newer) -> newer)
        .orElse(ALL.get(0));
  }

  private static WindowsHello row(NamedCsvRecord r) {
    return new WindowsHello(
        Integer.parseInt(r.getField("build")),
        numbers(r.getField("extensions"), 10),
        numbers(r.getField("tls13_extensions"), 10),
        numbers(r.getField("groups"), 16),
        numbers(r.getField("signature_schemes"), 16));
  }

  static List<Integer> numbers(String list, int radix) {
    return Arrays.stream(list.split(" "))
        .filter(s -> !s.isEmpty())
        .map(s -> Integer.parseInt(s, radix))
        .toList();
  }
}
