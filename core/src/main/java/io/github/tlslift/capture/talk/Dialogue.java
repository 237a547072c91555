package io.github.tlslift.capture.talk;

import io.github.tlslift.capture.attempt.Answer;
import io.github.tlslift.capture.attempt.Preamble;
import io.github.tlslift.capture.attempt.Side;
import io.github.tlslift.capture.attempt.Talk;
import io.github.tlslift.capture.talk.Half.Stage;
import io.github.tlslift.capture.tcp.Listener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Listens to both sides of a connection and keeps what bears on TLS. */
public final class Dialogue implements Listener {
  private static final int CLIENT_HELLO = 1;
  private static final int SERVER_HELLO = 2;
  private static final int ENOUGH = 5;
  private static final int LINE = 200;

  private final Facts facts = new Facts();
  private final Handshakes handshakes = new Handshakes(facts);
  private final Half client = new Half(Side.CLIENT, handshakes);
  private final Half server = new Half(Side.SERVER, handshakes);
  private boolean wrapped;
  private double last;

  @Override
  public boolean wants(Side from) {
    return of(from).stage() != Stage.STOPPED;
  }

  @Override
  public int weight() {
    return client.weight() + server.weight() + facts.weight;
  }

  @Override
  public void missing(Side from, int count, double at) {
    if (wants(from)) {
      byte[] zeros = of(from).hole(count);
      data(from, zeros, 0, zeros.length, at);
    }
  }

  @Override
  public void data(Side from, byte[] bytes, int start, int count, double at) {
    Half half = of(from);
    last = at;
    facts.serverSpoke |= from == Side.SERVER;
    switch (half.stage()) {
      case OPENING -> {
        half.open(bytes, start, count);
        open(half, at);
      }
      case RECORDS -> half.feed(bytes, start, count, at);
      case STOPPED -> {
        // It has said enough.
      }
    }
  }

  private Half of(Side side) {
    return side == Side.CLIENT ? client : server;
  }

  private void open(Half half, double at) {
    if (half.side == Side.CLIENT) {
      openClient(at);
    } else {
      openServer(at);
    }
    if (half.stage() == Stage.OPENING && half.opening.isFull()) {
      half.stop();
    }
  }

  private void openClient(double at) {
    Optional<byte[]> old = client.opening.sslv2();
    if (old.isPresent()) {
      facts.hello = Hellos.ofSsl2(old.get(), at);
      client.begin(old.get().length, false, at);
      return;
    }
    int hello = client.opening.isRecord() ? 0 : client.opening.find(CLIENT_HELLO);
    if (hello >= 0) {
      facts.preamble = hello == 0 ? Optional.empty() : Optional.of(preamble());
      wrapped = hello >= Tds.HEADER && client.opening.u8(hello - Tds.HEADER) == Tds.PRELOGIN;
      forgetPreambleOfServer();
      client.begin(wrapped ? hello - Tds.HEADER : hello, wrapped, at);
    }
  }

  private void forgetPreambleOfServer() {
    if (server.stage() == Stage.OPENING && !server.opening.isRecord()) {
      server.opening.clear();
    }
  }

  private Preamble preamble() {
    String asked = client.opening.request(LINE);
    String answered = server.opening.firstLine(LINE);
    return new Preamble(kind(), asked, answered);
  }

  private Preamble.Kind kind() {
    int first = client.opening.u8(0);
    if (client.opening.startsWith("CONNECT ")) {
      return Preamble.Kind.CONNECT;
    }
    if (first == 4 || first == 5) {
      return Preamble.Kind.SOCKS;
    }
    if (first == Tds.PRELOGIN) {
      return Preamble.Kind.TDS;
    }
    boolean text = client.opening.isText() || server.opening.isText();
    return text ? Preamble.Kind.STARTTLS : Preamble.Kind.OTHER;
  }

  // Before the client's hello only records are told from what else a server may say.
  private void openServer(double at) {
    if (server.opening.isRecord()) {
      server.begin(0, false, at);
    } else if (client.stage() != Stage.OPENING && server.opening.length() >= ENOUGH) {
      answered(at);
    }
  }

  private void answered(double at) {
    int hello = server.opening.find(SERVER_HELLO);
    if (hello >= 0) {
      boolean header = wrapped && hello >= Tds.HEADER;
      server.begin(header ? hello - Tds.HEADER : hello, header, at);
    } else if (isSsl2Hello()) {
      facts.answer = Optional.of(new Answer(2, 0, false, at));
      server.stop();
    } else if (facts.hello.isPresent() && facts.plain.isEmpty()) {
      plain(server);
    }
  }

  private boolean isSsl2Hello() {
    return (server.opening.u8(0) & 0x80) != 0 && server.opening.u8(2) == 4;
  }

  private void plain(Half half) {
    boolean byClient = half.side == Side.CLIENT;
    facts.plain = Optional.of(byClient ? half.opening.request(LINE) : half.opening.firstLine(LINE));
    facts.plainBy = Optional.of(half.side);
  }

  /** Whether there is any sign of TLS, or of coming to it. */
  public boolean isOfTls() {
    return facts.hello.isPresent()
        || facts.hasAlerts()
        || facts.answer.isPresent()
        || facts.preamble.isPresent()
        || client.hasRecords()
        || server.hasRecords()
        || saysHttps();
  }

  // What servers say in clear to one who forgot TLS.
  private boolean saysHttps() {
    return server.opening.contains("HTTPS port")
        || server.opening.contains("HTTPS server")
        || server.opening.contains("SSL-enabled server port");
  }

  /** Whether the client asked in plain HTTP and the server said nothing at all. */
  public boolean isPlainUnanswered() {
    return !facts.serverSpoke && client.opening.firstLine(LINE).contains(" HTTP/1.");
  }

  /** Says that no more will come. */
  public void finish() {
    facts.asksForHttps = saysHttps();
    if (facts.hello.isEmpty() && client.stage() == Stage.RECORDS) {
      byte[] begun = client.pending();
      if (begun.length > ENOUGH) {
        byte[] message = Arrays.copyOfRange(begun, ENOUGH, begun.length);
        int version = (begun[1] & 0xFF) << 8 | begun[2] & 0xFF;
        facts.hello = Hellos.ofBeginning(message, message.length, version, last);
      }
    }
    if (facts.hello.isEmpty() && client.opening.startsWith("CONNECT ")) {
      facts.preamble = Optional.of(preamble());
    } else if (facts.hello.isEmpty() && client.opening.isText()) {
      plain(client);
    }
  }

  /** What was said. */
  public Talk talk() {
    return facts.talk();
  }

  /** What of it the capture does not have, or what cannot be read. */
  public List<String> doubts() {
    List<String> all = new ArrayList<>();
    for (Half half : List.of(client, server)) {
      if (half.missing() > 0) {
        all.add(half.missing() + " bytes of " + half.side + " are not in the capture");
      }
      half.broken().ifPresent(b -> all.add("what " + half.side + " sends is no TLS: " + b));
    }
    if (facts.hello.filter(h -> !h.isWhole()).isPresent()) {
      all.add("the ClientHello cannot be read to its end");
    }
    return all;
  }
}
