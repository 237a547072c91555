package io.github.tlslift.cli;

import io.github.tlslift.capture.Capture;
import io.github.tlslift.capture.CaptureSummary;
import io.github.tlslift.capture.attempt.Attempt;
import io.github.tlslift.capture.judge.Judge;
import io.github.tlslift.capture.judge.Judgement;
import io.github.tlslift.model.Cause;
import io.github.tlslift.why.signal.Needs;
import io.github.tlslift.why.signal.Sighting;
import io.github.tlslift.why.signal.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a capture adds to the signs of a failure: a sign for each way that its attempts failed. */
final class CaptureSigns {
  // What is sure on the wire outweighs how often a cause is met: natural logarithms of odds.
  private static final double SURE = 7;
  private static final double ALTERNATIVE = 2;
  private static final double ABOVE_TLS = 3;
  // A handshake that went through was not refused for its versions, suites or name.
  private static final Set<Cause> RULED_OUT =
      EnumSet.of(
          Cause.CLIENT_PROTOCOL_TOO_OLD,
          Cause.SERVER_PROTOCOL_TOO_OLD,
          Cause.NO_COMMON_CIPHER_SUITE,
          Cause.SNI_MISSING,
          Cause.PLAINTEXT_ON_TLS_PORT,
          Cause.UNSUPPORTED_BY_RUNTIME,
          Cause.NETWORK,
          Cause.MIDDLEBOX);

  private final Map<String, Sighting> signs = new LinkedHashMap<>();
  private int attempts;

  private CaptureSigns() {}

  /** Whether a file begins as a capture does; gzip is taken for one. */
  static boolean starts(byte[] start) {
    boolean gzip = start.length > 1 && start[0] == 0x1F && (start[1] & 0xFF) == 0x8B;
    return gzip || Capture.starts(start);
  }

  /**
   * The signs of a capture.
   *
   * @throws IOException where it cannot be read
   */
  static List<Sighting> of(String name, InputStream in) throws IOException {
    CaptureSigns all = new CaptureSigns();
    CaptureSummary summary = Capture.read(name, in, all::attempt);
    List<Sighting> signs = new ArrayList<>();
    all.signs.values().forEach(s -> signs.add(s.in(name)));
    if (all.attempts > 0 && signs.isEmpty()) {
      signs.add(fine(all.attempts).in(name));
    }
    summary.gaps().forEach(g -> signs.add(note("not read: " + g.reason()).in(name)));
    return signs;
  }

  private void attempt(Attempt a) {
    attempts++;
    Judgement judged = Judge.of(a);
    judged
        .cause()
        .filter(c -> c != Cause.UNKNOWN)
        .ifPresent(
            c ->
                signs.merge(
                    c.id() + judged.says(),
                    sighting(a, judged, c),
                    (first, again) -> first.times(first.count() + 1)));
  }

  private static Sighting sighting(Attempt a, Judgement judged, Cause cause) {
    Map<Cause, Double> weights = new EnumMap<>(Cause.class);
    judged.alternatives().forEach(c -> weights.put(c, ALTERNATIVE * judged.confidence()));
    weights.put(cause, SURE * judged.confidence());
    String text = "packet " + a.packet() + ", to " + a.server() + ": " + judged.says();
    return new Sighting(signal(cause.id(), weights, judged.says()), "", 0, text, 1);
  }

  private static Sighting fine(int attempts) {
    String says = "the handshakes of the capture went through";
    Map<Cause, Double> weights = new EnumMap<>(Cause.class);
    RULED_OUT.forEach(c -> weights.put(c, -ABOVE_TLS));
    weights.put(Cause.HTTP_OR_AUTH, ABOVE_TLS);
    Signal signal = signal("connects", weights, says);
    return new Sighting(
        signal,
        "",
        0,
        attempts + (attempts == 1 ? " attempt" : " attempts") + " at TLS, none of which failed",
        1);
  }

  private static Sighting note(String text) {
    return new Sighting(signal("gap", Map.of(), "part of the capture is missing"), "", 0, text, 1);
  }

  private static Signal signal(String id, Map<Cause, Double> weights, String says) {
    return new Signal(
        "capture-" + id,
        "capture-" + id,
        List.of(),
        Optional.empty(),
        new Needs(List.of()),
        weights,
        says,
        "the bytes on the wire");
  }
}
