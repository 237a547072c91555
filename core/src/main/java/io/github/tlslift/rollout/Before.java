package io.github.tlslift.rollout;

import io.github.tlslift.model.RegistryValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a machine had in place of a value, as the data of a {@code .reg} line. */
final class Before {
  private static final String HIVE = "HKEY_LOCAL_MACHINE\\";

  private final List<RegistryValue> known;

  /**
   * What exports hold.
   *
   * @param known their values, in order
   */
  Before(List<RegistryValue> known) {
    this.known = List.copyOf(known);
  }

  /**
   * The data; a minus sign, which deletes, where there was nothing; empty where it was not read in
   * full.
   */
  Optional<String> data(DwordValue value) {
    Optional<RegistryValue> last =
        known.stream()
            .filter(k -> k.name().equalsIgnoreCase(value.name()) && isSame(k, value))
            .reduce((first, second) -> second)
            .filter(k -> !k.deleted());
    return last.isEmpty() ? Optional.of("-") : last.flatMap(Before::data);
  }

  private static boolean isSame(RegistryValue known, DwordValue value) {
    boolean wow = value.key().contains("\\Wow6432Node\\");
    boolean view =
        known.view() == RegistryValue.View.BOTH
            || wow == (known.view() == RegistryValue.View.WOW6432);
    String key = (HIVE + value.key()).replace("\\Wow6432Node", "");
    return view && known.key().equalsIgnoreCase(key);
  }

  private static Optional<String> data(RegistryValue old) {
    return switch (old.type()) {
      case "REG_DWORD" -> old.number().map(Before::dword);
      case "REG_QWORD" -> old.number().map(n -> "hex(b):" + hex(littleEndian(n)));
      case "REG_SZ" ->
          Optional.of("\"" + old.text().replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
      case "REG_EXPAND_SZ" ->
          Optional.of("hex(2):" + hex((old.text() + "\0").getBytes(StandardCharsets.UTF_16LE)));
      case "REG_BINARY" -> Optional.of("hex:" + old.text().replaceAll("[\\\\\\s]", ""));
      // The parts of a REG_MULTI_SZ, and what has no type.
      default -> Optional.empty();
    };
  }

  static String dword(long number) {
    return String.format("dword:%08x", number);
  }

  private static byte[] littleEndian(long number) {
    byte[] bytes = new byte[Long.BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (number >> 8 * i);
    }
    return bytes;
  }

  private static String hex(byte[] bytes) {
    return java.util.stream.IntStream.range(0, bytes.length)
        .mapToObj(i -> String.format("%02x", bytes[i]))
        .collect(Collectors.joining(","));
  }
}
