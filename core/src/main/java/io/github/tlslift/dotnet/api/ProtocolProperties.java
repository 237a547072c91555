package io.github.tlslift.dotnet.api;

import io.github.tlslift.io.CsvTable;
import io.github.tlslift.model.Api;
import io.github.tlslift.model.Role;
import java.util.List;
import java.util.Optional;

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

  private ProtocolProperties() {}

  /** The property of a type, whatever its case. */
  public static Optional<Property> find(String simpleType, String member) {
    return ROWS.stream()
        .filter(p -> p.simpleType().equalsIgnoreCase(simpleType))
        .filter(p -> p.member.equalsIgnoreCase(member))
        .findFirst();
  }

  /** Whether some type has a property of this name. */
  public static boolean isMember(String member) {
    return ROWS.stream().anyMatch(p -> p.member.equalsIgnoreCase(member));
  }
}
