package io.github.tlslift.net.tap;

import io.github.tlslift.model.TlsVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One endpoint before and after a change: by the last connection to it, for a client may try again.
 *
 * @param before empty where it was not connected to
 * @param after the same
 */
public record Comparison(String endpoint, Optional<Seen> before, Optional<Seen> after) {

  /** What became of it. */
  public enum Result {
    SAME,
    /** It connects still, with another hello or another answer. */
    CHANGED,
    MENDED,
    BROKEN,
    /** It fails still, in another way. */
    STILL_FAILS,
    NEW,
    GONE;

    /** In JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For people. */
    public String display() {
      return name().replace('_', ' ');
    }
  }

  /** Every endpoint of either. */
  public static List<Comparison> of(List<Seen> before, List<Seen> after) {
    Map<String, Seen> old = last(before);
    Map<String, Seen> now = last(after);
    List<Comparison> all = new ArrayList<>();
    now.forEach((e, s) -> all.add(new Comparison(e, Optional.ofNullable(old.get(e)), last(s))));
    old.forEach(
        (e, s) -> {
          if (!now.containsKey(e)) {
            all.add(new Comparison(e, last(s), Optional.empty()));
          }
        });
    return all;
  }

  private static Optional<Seen> last(Seen s) {
    return Optional.of(s);
  }

  private static Map<String, Seen> last(List<Seen> all) {
    Map<String, Seen> last = new LinkedHashMap<>();
    all.forEach(s -> last.put(s.endpoint(), s));
    return last;
  }

  /** What became of it. */
  public Result result() {
    if (before.isEmpty()) {
      return Result.NEW;
    }
    if (after.isEmpty()) {
      return Result.GONE;
    }
    boolean did = connects(before.get());
    boolean does = connects(after.get());
    if (did != does) {
      return does ? Result.MENDED : Result.BROKEN;
    }
    if (said(before.get()).equals(said(after.get()))) {
      return Result.SAME;
    }
    return does ? Result.CHANGED : Result.STILL_FAILS;
  }

  private static boolean connects(Seen s) {
    return s.outcome() == Seen.Outcome.CONNECTED;
  }

  private static List<String> said(Seen s) {
    return List.of(
        s.outcome().id(), s.how(), s.version(), s.suite(), s.hello().getOrDefault("ja4", ""));
  }

  /** A side in words, such as {@code FAILED, offered up to TLS 1.0}. */
  public static String words(Optional<Seen> side) {
    if (side.isEmpty()) {
      return "not connected to";
    }
    Seen s = side.get();
    String offered =
        s.newestOffered().map(TlsVersion::display).map(v -> ", offered up to " + v).orElse("");
    return s.outcome().display() + offered;
  }
}
