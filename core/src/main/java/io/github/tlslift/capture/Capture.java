package io.github.tlslift.capture;

import io.github.tlslift.capture.attempt.Attempt;
import io.github.tlslift.capture.attempt.Ending.How;
import io.github.tlslift.capture.attempt.Side;
import io.github.tlslift.capture.file.CaptureFile;
import io.github.tlslift.capture.file.Frame;
import io.github.tlslift.capture.file.Notes;
import io.github.tlslift.capture.judge.TlsPorts;
import io.github.tlslift.capture.packet.SegmentReader;
import io.github.tlslift.capture.talk.Dialogue;
import io.github.tlslift.capture.tcp.Connection;
import io.github.tlslift.capture.tcp.Connections;
import io.github.tlslift.io.MalformedInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Gives the attempts at TLS in a capture, each once it is over; holds only those that are open. */
public final class Capture {
  private final Notes notes = new Notes();
  private final SegmentReader segments = new SegmentReader(notes);
  private final Connections connections = new Connections(this::listener, this::done);
  private final Consumer<Attempt> to;
  private long packets;
  private long others;

  private Capture(Consumer<Attempt> to) {
    this.to = to;
  }

  /** Whether a file begins like a capture that is not gzipped. */
  public static boolean starts(byte[] bytes) {
    return CaptureFile.starts(bytes);
  }

  /**
   * Reads a file; the attempts come in the order they end.
   *
   * @throws IOException where the file cannot be read; what breaks its format is a gap
   */
  public static CaptureSummary read(Path file, Consumer<Attempt> to) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in, to);
    }
  }

  /** Reads a stream that goes by a name. */
  public static CaptureSummary read(String name, InputStream in, Consumer<Attempt> to)
      throws IOException {
    return new Capture(to).read(name, in);
  }

  /** All attempts in the order they begin; for captures that are not large. */
  public static List<Attempt> attempts(String name, InputStream in) throws IOException {
    List<Attempt> all = new ArrayList<>();
    read(name, in, all::add);
    all.sort(Comparator.comparingLong(Attempt::packet));
    return all;
  }

  private CaptureSummary read(String name, InputStream in) throws IOException {
    List<String> broken = new ArrayList<>();
    try {
      CaptureFile.read(in, this::packet, notes);
    } catch (MalformedInputException e) {
      broken.add(String.valueOf(e.getMessage()));
    }
    connections.end();
    broken.addAll(notes.reasons());
    return CaptureSummary.of(name, packets, others, broken);
  }

  private void packet(Frame frame) {
    packets = frame.number();
    if (segments.read(frame)) {
      connections.accept(segments.segment());
    }
  }

  private Dialogue listener() {
    return new Dialogue();
  }

  private void done(Connection connection) {
    Dialogue dialogue = (Dialogue) connection.listener();
    dialogue.finish();
    if (isAttempt(connection, dialogue)) {
      to.accept(attempt(connection, dialogue));
    } else {
      others++;
    }
  }

  private static boolean isAttempt(Connection connection, Dialogue dialogue) {
    return dialogue.isOfTls()
        || TlsPorts.has(connection.server().port())
        || dialogue.isPlainUnanswered() && connection.ending().how() != How.OPEN;
  }

  private static Attempt attempt(Connection c, Dialogue dialogue) {
    return new Attempt(
        c.number(),
        c.startNanos(),
        c.client(),
        c.server(),
        c.answered(),
        c.repeated(Side.CLIENT),
        c.isAcknowledged(Side.CLIENT),
        c.isLate(),
        dialogue.talk(),
        c.ending(),
        doubts(c, dialogue));
  }

  private static List<String> doubts(Connection c, Dialogue dialogue) {
    List<String> all = new ArrayList<>();
    if (c.isLate()) {
      all.add("the capture starts after the connection was opened");
    }
    if (c.isLetGo()) {
      all.add("too many connections are open at once to follow this one to its end");
    }
    all.addAll(dialogue.doubts());
    return all;
  }
}
