package io.github.tlslift.capture.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of a capture could not be read, each reason once with its first place and its number. */
public final class Notes {
  private static final int MOST = 64;

  private record Seen(long first, long times) {}

  private final Map<String, Seen> byReason = new LinkedHashMap<>();

  /** Notes a reason, such as {@code an IPv4 fragment, which is not joined}, at a packet. */
  public void at(long packet, String reason) {
    if (byReason.size() < MOST || byReason.containsKey(reason)) {
      byReason.merge(reason, new Seen(packet, 1), (old, now) -> new Seen(old.first, old.times + 1));
    }
  }

  /** The reasons as text. */
  public List<String> reasons() {
    List<String> all = new ArrayList<>();
    byReason.forEach((reason, seen) -> all.add(text(reason, seen)));
    return all;
  }

  private static String text(String reason, Seen seen) {
    String more = seen.times == 1 ? "" : ", and " + (seen.times - 1) + " more like it";
    return "packet " + seen.first + ": " + reason + more;
  }
}
