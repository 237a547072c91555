package io.github.tlslift.dotnet.host;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The data behind the equals sign of an export's line. */
record RegData(String type, String text, Optional<Long> number, boolean deleted) {
  private static final Map<String, String> HEX_TYPES =
      Map.of(
          "hex", "REG_BINARY",
          "hex(0)", "REG_NONE",
          "hex(1)", "REG_SZ",
          "hex(2)", "REG_EXPAND_SZ",
          "hex(4)", "REG_DWORD",
          "hex(7)", "REG_MULTI_SZ",
          "hex(b)", "REG_QWORD");

  static @Nullable RegData of(String text) {
    if (text.equals("-")) {
      return new RegData("", "", Optional.empty(), true);
    }
    if (text.startsWith("\"")) {
      int end = RegFile.quoteEnd(text, 0);
      return end < 0
          ? null
          : new RegData(
              "REG_SZ", RegFile.unescaped(text.substring(1, end)), Optional.empty(), false);
    }
    int colon = text.indexOf(':');
    return colon < 0 ? null : typed(text.substring(0, colon), text.substring(colon + 1).strip());
  }

  private static @Nullable RegData typed(String kind, String data) {
    if (kind.equalsIgnoreCase("dword")) {
      String digits = data.split("[;\\s]", 2)[0];
      return digits.matches("[0-9a-fA-F]{1,8}")
          ? number("REG_DWORD", Long.parseLong(digits, 16))
          : null;
    }
    String type = HEX_TYPES.get(kind.toLowerCase(java.util.Locale.ROOT));
    byte[] bytes = bytes(data);
    if (type == null || bytes == null) {
      return null;
    }
    return switch (type) {
      case "REG_DWORD", "REG_QWORD" -> number(type, littleEndian(bytes));
      case "REG_SZ", "REG_EXPAND_SZ", "REG_MULTI_SZ" ->
          new RegData(
              type,
              new String(bytes, StandardCharsets.UTF_16LE).replace("\0", ""),
              Optional.empty(),
              false);
      default -> new RegData(type, data, Optional.empty(), false);
    };
  }

  private static RegData number(String type, long number) {
    return new RegData(type, Long.toString(number), Optional.of(number), false);
  }

  private static long littleEndian(byte[] bytes) {
    long value = 0;
    for (int i = Math.min(8, bytes.length) - 1; i >= 0; i--) {
      value = value << 8 | (bytes[i] & 0xFF);
    }
    return value;
  }

  private static byte @Nullable [] bytes(String data) {
    String bare = data.replaceAll("[\\\\\\s]", "");
    if (bare.isEmpty()) {
      return new byte[0];
    }
    String[] parts = bare.split(",");
    byte[] bytes = new byte[parts.length];
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].matches("[0-9a-fA-F]{1,2}")) {
        return null;
      }
      bytes[i] = (byte) Integer.parseInt(parts[i], 16);
    }
    return bytes;
  }
}
