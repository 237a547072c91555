package io.github.tlslift.tls;

import io.github.tlslift.io.CsvTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The names of numbers on the wire, as IANA registers them. */
public enum CodePoint {
  SUITE("suite", 4),
  SSL2_SUITE("ssl2-suite", 6),
  EXTENSION("extension", 4),
  GROUP("group", 4),
  SIGNATURE_SCHEME("signature-scheme", 4),
  ALERT("alert", 2);

  private record Row(String kind, int code, String name) {}

  private final String kind;
  private final int digits;
  private final Map<Integer, String> names = new HashMap<>();
  private final Map<String, Integer> codes = new HashMap<>();

  CodePoint(String kind, int digits) {
    this.kind = kind;
    this.digits = digits;
  }

  static {
    CsvTable.load(
            CodePoint.class,
            "code-points.csv",
            r ->
                new Row(
                    r.getField("kind"),
                    Integer.parseInt(r.getField("code"), 16),
                    r.getField("name")))
        .forEach(CodePoint::add);
  }

  private static void add(Row row) {
    for (CodePoint all : values()) {
      if (all.kind.equals(row.kind)) {
        all.names.put(row.code, row.name);
        all.codes.put(row.name, row.code);
        return;
      }
    }
    throw new IllegalStateException("code-points.csv has the kind '" + row.kind + "'");
  }

  /** The name of a number; {@code GREASE} or the number in hexadecimal where it has none. */
  public String name(int code) {
    String known = names.get(code);
    return known != null ? known : isGrease(code) ? "GREASE (" + hex(code) + ")" : hex(code);
  }

  private String hex(int code) {
    return String.format("0x%0" + digits + "x", code);
  }

  /** The number of a name, to the letter. */
  public OptionalInt code(String name) {
    Integer code = codes.get(name);
    return code == null ? OptionalInt.empty() : OptionalInt.of(code);
  }

  /** Every number that has a name, ascending. */
  public List<Integer> codes() {
    return names.keySet().stream().sorted().toList();
  }

  /** Whether a number is one of those that mean nothing on purpose (RFC 8701). */
  public static boolean isGrease(int code) {
    return (code & 0x0F0F) == 0x0A0A && (code >> 8 & 0xFF) == (code & 0xFF);
  }
}
