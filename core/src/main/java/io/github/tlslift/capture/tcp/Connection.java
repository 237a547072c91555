package io.github.tlslift.capture.tcp;

import io.github.tlslift.capture.attempt.Ending;
import io.github.tlslift.capture.attempt.Ending.How;
import io.github.tlslift.capture.attempt.Endpoint;
import io.github.tlslift.capture.attempt.Side;
import io.github.tlslift.capture.packet.Flow;
import io.github.tlslift.capture.packet.Segment;
import java.util.Optional;
import java.util.OptionalDouble;

/** One TCP connection, from its first packet in the capture to its last. */
public final class Connection {
  private static final double SECOND = 1e9;

  private final long number;
  private final long startNanos;
  private final Flow fromClient;
  private boolean late;
  private final int firstSequence;
  private final Listener listener;
  private final Direction client;
  private final Direction server;
  private double now;
  private double lastData;
  private double quiet;
  private OptionalDouble answered = OptionalDouble.empty();
  private int serverHops = -1;
  private Optional<Ending> ending = Optional.empty();
  private boolean clientEnded;
  private boolean serverEnded;
  private boolean reset;
  private boolean clientSpokeAfter;
  private boolean letGo;

  Connection(Segment first, boolean byClient, Listener listener) {
    this.number = first.number();
    this.startNanos = first.nanos();
    this.fromClient = byClient ? first.flow() : first.flow().reversed();
    this.late = !first.isSyn();
    this.firstSequence = first.sequence();
    this.listener = listener;
    this.client = new Direction(new To(Side.CLIENT));
    this.server = new Direction(new To(Side.SERVER));
  }

  private final class To implements Direction.Sink {
    private final Side from;

    To(Side from) {
      this.from = from;
    }

    @Override
    public void next(byte[] bytes, int start, int count, int missing) {
      if (count > 0) {
        listener.data(from, bytes, start, count, now);
      }
      if (missing > 0) {
        listener.missing(from, missing, now);
      }
    }

    @Override
    public boolean wants() {
      return listener.wants(from);
    }
  }

  /** The number of its first packet. */
  public long number() {
    return number;
  }

  /** When that was, in nanoseconds since 1970. */
  public long startNanos() {
    return startNanos;
  }

  /** Who opened it. */
  public Endpoint client() {
    return new Endpoint(fromClient.from().toString(), fromClient.fromPort());
  }

  /** Who was asked. */
  public Endpoint server() {
    return new Endpoint(fromClient.to().toString(), fromClient.toPort());
  }

  /** Whether it was open already when the capture began. */
  public boolean isLate() {
    return late;
  }

  /** Whether it was let go before its end, to make room for newer ones. */
  public boolean isLetGo() {
    return letGo;
  }

  /** How many segments of a side came again. */
  public int repeated(Side side) {
    return of(side).repeated();
  }

  /** Whether the other side has acknowledged all that this one sent. */
  public boolean isAcknowledged(Side side) {
    return of(side).isAcknowledged();
  }

  /** When the server took the connection; empty where that is not seen. */
  public OptionalDouble answered() {
    return answered;
  }

  /** How it ended, as far as the capture tells. */
  public Ending ending() {
    return ending
        .map(
            e ->
                new Ending(e.how(), e.by(), e.at(), e.quiet(), clientSpokeAfter, e.strangerReset()))
        .orElseGet(this::open);
  }

  private Ending open() {
    boolean unanswered = !late && answered.isEmpty() && serverHops < 0;
    How how = unanswered ? How.UNANSWERED : How.OPEN;
    return new Ending(how, Optional.empty(), now, now - lastData, false, false);
  }

  /** Who is told the bytes. */
  public Listener listener() {
    return listener;
  }

  int weight() {
    return client.held() + server.held() + listener.weight();
  }

  boolean isOver() {
    return reset || clientEnded && serverEnded;
  }

  // A SYN again is the same connection, one with another number is the next (RFC 9293 3.4). After
  // data it was only overtaken.
  boolean isReopenedBy(Segment s) {
    boolean same = s.sequence() + (late ? 1 : 0) == firstSequence && s.flow().equals(fromClient);
    return s.isSyn() && !s.isAcknowledging() && !same;
  }

  void accept(Segment s) {
    boolean byClient = s.flow().equals(fromClient);
    now = Math.max(now, (s.nanos() - startNanos) / SECOND);
    Side side = byClient ? Side.CLIENT : Side.SERVER;
    if (s.isSyn()) {
      of(side).begin(s.sequence());
      opened(s, byClient);
    }
    if (s.isAcknowledging()) {
      of(side.other()).acknowledge(s.acknowledgement());
    }
    if (s.length() > 0 && !s.isRst()) {
      data(s, side);
    }
    if (s.isRst()) {
      end(How.RST, side, s);
      reset = true;
    } else if (s.isFin()) {
      fin(side, s);
    }
  }

  private void opened(Segment s, boolean byClient) {
    late &= !byClient;
    if (!byClient) {
      serverHops = s.hops();
      answered = answered.isEmpty() ? OptionalDouble.of(now) : answered;
    }
  }

  private void data(Segment s, Side side) {
    quiet = now - lastData;
    lastData = now;
    if (serverHops < 0 && side == Side.SERVER) {
      serverHops = s.hops();
    }
    clientSpokeAfter |= side == Side.CLIENT && serverEnded;
    int sequence = s.isSyn() ? s.sequence() + 1 : s.sequence();
    of(side).accept(sequence, s.bytes(), s.start(), s.captured(), s.length());
  }

  private void fin(Side side, Segment s) {
    end(How.FIN, side, s);
    clientEnded |= side == Side.CLIENT;
    serverEnded |= side == Side.SERVER;
  }

  private void end(How how, Side side, Segment s) {
    if (ending.isPresent()) {
      return;
    }
    boolean refused = how == How.RST && side == Side.SERVER && !late && serverHops < 0;
    boolean stranger =
        how == How.RST && side == Side.SERVER && serverHops >= 0 && s.hops() != serverHops;
    double since = Math.max(quiet, now - lastData);
    ending =
        Optional.of(
            new Ending(
                refused ? How.REFUSED : how, Optional.of(side), now, since, false, stranger));
  }

  private Direction of(Side side) {
    return side == Side.CLIENT ? client : server;
  }

  /** Hands on what is still held; nothing more of it comes up to a time. */
  void finish(boolean early, long nanos) {
    letGo = early;
    now = Math.max(now, (nanos - startNanos) / SECOND);
    client.finish();
    server.finish();
  }
}
