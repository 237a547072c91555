package io.github.tlslift.dotnet.api;

import io.github.tlslift.io.CsvTable;
import io.github.tlslift.model.Api;
import io.github.tlslift.model.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Properties that take {@code SslProtocols}; {@code protocol-properties.csv}. */
public final class ProtocolProperties {
  /** A row. */
  public record Property(String type, String member, Role role, Optional<Api> api) {
    /** The qualified name. */
    public String qualified() {
      return type + "." + member;
    }

    String simpleType() {
      return type.substring(type.lastIndexOf('.') + 1);
    }
  }

  private static final List<Property> ROWS =
      CsvTable.load(
          ProtocolProperties.class,
          "protocol-properties.csv",
          r ->
              new Property(
                  r.getField("type"),
                  r.getField("member"),
                  Role.valueOf(r.getField("role")),
                  Api.parse(r.getField("api"))));

  private static final Set<String> MEMBERS = members();
  private static final Map<String, String> HOLDERS = holders();

  private ProtocolProperties() {}

  private static Set<String> members() {
    Set<String> members = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    ROWS.forEach(p -> members.add(p.member));
    return members;
  }

  /** The property of a type, whatever its case. */
  public static Optional<Property> find(String simpleType, String member) {
    return ROWS.stream()
        .filter(p -> p.simpleType().equalsIgnoreCase(simpleType))
        .filter(p -> p.member.equalsIgnoreCase(member))
        .findFirst();
  }

  /** All rows. */
  public static List<Property> all() {
    return ROWS;
  }

  /** Whether some type has a property of this name. */
  public static boolean isMember(String member) {
    return MEMBERS.contains(member);
  }

  /** The type of a property that holds such options, whatever its case. */
  public static Optional<String> typeOfProperty(String name) {
    return Optional.ofNullable(HOLDERS.get(name));
  }

  private static Map<String, String> holders() {
    Map<String, String> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    CsvTable.load(
            ProtocolProperties.class,
            "option-holders.csv",
            r -> Map.entry(r.getField("property"), r.getField("type")))
        .forEach(e -> map.put(e.getKey(), e.getValue()));
    return map;
  }
}
