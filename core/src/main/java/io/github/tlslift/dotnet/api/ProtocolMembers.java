package io.github.tlslift.dotnet.api;

import io.github.tlslift.model.TlsVersion;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The members of {@code SecurityProtocolType} and {@code SslProtocols}; facts section 1. */
public final class ProtocolMembers {
  private static final Set<String> ENUMS =
      Set.of("securityprotocoltype", "sslprotocols", "websslprotocol");
  private static final Map<String, Integer> VALUES = values();

  private ProtocolMembers() {}

  /** Whether the simple name is one of the two enums, whatever its case. */
  public static boolean isEnum(String simpleName) {
    return ENUMS.contains(simpleName.toLowerCase(Locale.ROOT));
  }

  /** The number of a member, whatever its case. */
  public static Optional<Integer> value(String member) {
    return Optional.ofNullable(VALUES.get(member.strip().toLowerCase(Locale.ROOT)));
  }

  /** What {@code Enum.Parse} makes of names joined by commas, or of a number. */
  public static Optional<Integer> parse(String text) {
    int sum = 0;
    for (String part : text.split(",", -1)) {
      Optional<Integer> value = value(part).or(() -> number(part.strip()));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      sum |= value.get();
    }
    return Optional.of(sum);
  }

  private static Optional<Integer> number(String text) {
    boolean digits =
        !text.isEmpty() && text.length() < 10 && text.chars().allMatch(Character::isDigit);
    return digits ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  private static Map<String, Integer> values() {
    Map<String, Integer> values = new HashMap<>();
    Arrays.stream(TlsVersion.values())
        .forEach(v -> values.put(v.enumName().toLowerCase(Locale.ROOT), v.mask()));
    values.put("systemdefault", 0);
    values.put("none", 0);
    values.put("default", 240);
    return values;
  }
}
