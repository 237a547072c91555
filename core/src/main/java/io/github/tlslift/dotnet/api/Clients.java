package io.github.tlslift.dotnet.api;

import io.github.tlslift.io.CsvTable;
import io.github.tlslift.model.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Types, calls and commands that show which API a program connects with; {@code clients.csv}. */
public final class Clients {
  /** A row: the qualified name and the API it belongs to. */
  public record Client(String kind, String name, Api api) {
    String simpleName() {
      return name.substring(name.lastIndexOf('.') + 1);
    }
  }

  private static final List<Client> ROWS =
      CsvTable.load(
          Clients.class,
          "clients.csv",
          r ->
              new Client(
                  r.getField("kind"),
                  r.getField("name"),
                  Api.parse(r.getField("api")).orElseThrow()));
  private static final Map<String, Client> BY_NAME = byName();

  private Clients() {}

  /** The client whose objects are of this type. */
  public static Optional<Client> ofType(String simpleName) {
    return find("type", simpleName);
  }

  /** The client that a type with this base is. */
  public static Optional<Client> ofBase(String simpleName) {
    return find("base", simpleName);
  }

  /** The client that {@code Type.Method} gives. */
  public static Optional<Client> ofCall(String typeAndMethod) {
    return find("call", typeAndMethod);
  }

  /** The client that the PowerShell command is. */
  public static Optional<Client> ofCommand(String name) {
    return find("command", name);
  }

  /** All rows. */
  public static List<Client> all() {
    return ROWS;
  }

  private static Optional<Client> find(String kind, String name) {
    return Optional.ofNullable(BY_NAME.get(kind + " " + name.toLowerCase(Locale.ROOT)));
  }

  private static Map<String, Client> byName() {
    Map<String, Client> map = new HashMap<>();
    for (Client c : ROWS) {
      boolean whole = c.kind.equals("call") || c.kind.equals("command");
      String name = whole ? c.name : c.simpleName();
      map.put(c.kind + " " + name.toLowerCase(Locale.ROOT), c);
    }
    return map;
  }
}
