package io.github.tlslift.net.tap;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Host names to addresses: as given, else as the system knows them.
 *
 * @param given addresses by name in lower case
 */
public record Names(Map<String, InetAddress> given) {

  /** Copies the map. */
  public Names {
    given = Map.copyOf(given);
  }

  /** As the system knows them. */
  public static Names ofSystem() {
    return new Names(Map.of());
  }

  List<InetAddress> of(String host) throws UnknownHostException {
    InetAddress address = given.get(host.toLowerCase(Locale.ROOT));
    return address == null ? List.of(InetAddress.getAllByName(host)) : List.of(address);
  }
}
