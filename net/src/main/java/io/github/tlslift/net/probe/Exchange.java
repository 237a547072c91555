package io.github.tlslift.net.probe;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.net.probe.Answer.How;
import io.github.tlslift.tls.Alert;
import io.github.tlslift.tls.Handshake;
import io.github.tlslift.tls.HandshakeReader;
import io.github.tlslift.tls.RecordReader;
import io.github.tlslift.tls.ServerHello;
import io.github.tlslift.tls.TlsRecord;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One connection: the words before TLS, one hello, one answer. */
final class Exchange extends ChannelInboundHandlerAdapter {
  private static final int MOST_BEFORE_TLS = 1 << 16;

  private final Question question;
  private final CompletableFuture<Answer> answer;
  private final List<StartTls.Step> steps;
  private final RecordReader records = new RecordReader();
  private final HandshakeReader handshakes = new HandshakeReader();
  private final List<Handshake> messages = new ArrayList<>();
  private byte[] said = new byte[0];
  private int step;
  private Optional<ServerHello> hello = Optional.empty();
  private String phase = "connect";
  private final Optional<Finisher> finisher;

  Exchange(Question question, CompletableFuture<Answer> answer) {
    this(question, answer, Optional.empty());
  }

  /** One that hands the connection over when TLS may begin. */
  Exchange(Question question, CompletableFuture<Answer> answer, Optional<Finisher> finisher) {
    this.question = question;
    this.answer = answer;
    this.steps = question.startTls().steps();
    this.finisher = finisher;
  }

  /** How far it came. */
  String phase() {
    return phase;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    next(ctx);
  }

  private void next(ChannelHandlerContext ctx) {
    boolean tls = step == steps.size();
    phase = tls ? "hello" : "starttls";
    if (tls && question.startTls() == StartTls.TDS) {
      ctx.pipeline().addFirst(new TdsFrames());
    }
    if (tls && finisher.isPresent()) {
      finisher.get().begin(ctx);
      return;
    }
    byte[] send = tls ? question.hello() : steps.get(step).send();
    if (send.length > 0) {
      ctx.writeAndFlush(Unpooled.wrappedBuffer(send), ctx.voidPromise());
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf in = (ByteBuf) message;
    byte[] bytes = new byte[in.readableBytes()];
    in.readBytes(bytes);
    in.release();
    if (step < steps.size()) {
      beforeTls(bytes, ctx);
    } else {
      tls(bytes, ctx);
    }
  }

  private void beforeTls(byte[] bytes, ChannelHandlerContext ctx) {
    said = joined(said, bytes);
    if (steps.get(step).answered().test(said)) {
      said = new byte[0];
      step++;
      next(ctx);
    } else if (steps.get(step).refused().test(said)) {
      done(new Answer.Unknown(phase, "the server has no TLS to start: " + readable(said)), ctx);
    } else if (said.length > MOST_BEFORE_TLS) {
      done(new Answer.Unknown(phase, "an answer without end"), ctx);
    }
  }

  private static String readable(byte[] said) {
    String text = new String(said, StandardCharsets.US_ASCII).strip();
    return text.chars().allMatch(c -> c >= ' ' && c < 127 || c == '\r' || c == '\n')
        ? text.lines().reduce((a, b) -> b).orElse("")
        : said.length + " bytes";
  }

  private static byte[] joined(byte[] a, byte[] b) {
    byte[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  private void tls(byte[] bytes, ChannelHandlerContext ctx) {
    phase = "answer";
    if (question.isSsl2() && isSsl2Hello(bytes)) {
      done(new Answer.AcceptedSsl2(), ctx);
      return;
    }
    try {
      for (TlsRecord r : records.feed(bytes, 0, bytes.length)) {
        record(r, ctx);
      }
    } catch (MalformedInputException e) {
      done(malformed(e), ctx);
    }
  }

  // SERVER-HELLO is message 4 (SSL 2.0 draft 2.6).
  private static boolean isSsl2Hello(byte[] b) {
    return b.length > 2 && (b[0] & 0x80) != 0 && b[2] == 4;
  }

  // What is wrong after a hello is the server's fault, and not a refusal of the version.
  private Answer malformed(MalformedInputException e) {
    return hello.isPresent() || messages.size() > 0
        ? new Answer.Unknown(phase, String.valueOf(e.getMessage()))
        : new Answer.Refused(How.NOT_TLS, Optional.empty());
  }

  private void record(TlsRecord r, ChannelHandlerContext ctx) throws MalformedInputException {
    if (answer.isDone()) {
      return;
    }
    switch (r.type()) {
      case TlsRecord.ALERT -> alert(Alert.read(r.fragment()), ctx);
      case TlsRecord.HANDSHAKE -> {
        for (Handshake h : handshakes.feed(r.fragment())) {
          handshake(h, ctx);
        }
      }
      default -> hello.ifPresent(h -> accepted(h, ctx));
    }
  }

  // Warnings such as unrecognized_name do not end anything.
  private void alert(Alert alert, ChannelHandlerContext ctx) {
    if (hello.isPresent()) {
      accepted(hello.get(), ctx);
    } else if (alert.isFatal() || alert.description() == 0) {
      done(new Answer.Refused(How.ALERT, Optional.of(alert)), ctx);
    }
  }

  private void handshake(Handshake h, ChannelHandlerContext ctx) throws MalformedInputException {
    if (h.type() == Handshake.SERVER_HELLO && hello.isEmpty()) {
      hello = Optional.of(ServerHello.read(h.body()));
      boolean more =
          question.wholeFlight() && hello.get().selectedVersion() < TlsVersion.TLS13.wire();
      if (!more) {
        accepted(hello.get(), ctx);
      }
      return;
    }
    messages.add(h);
    if (h.type() == Handshake.SERVER_HELLO_DONE) {
      hello.ifPresent(s -> accepted(s, ctx));
    }
  }

  private void accepted(ServerHello s, ChannelHandlerContext ctx) {
    try {
      done(new Answer.Accepted(s, s.selectedVersion(), messages), ctx);
    } catch (MalformedInputException e) {
      done(new Answer.Unknown(phase, String.valueOf(e.getMessage())), ctx);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    ended(How.FIN, ctx);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ended(How.RST, ctx);
  }

  private void ended(How how, ChannelHandlerContext ctx) {
    if (hello.isPresent()) {
      accepted(hello.get(), ctx);
    } else if (phase.equals("starttls")) {
      done(new Answer.Unknown(phase, "the server " + how.words() + " before TLS"), ctx);
    } else {
      done(new Answer.Refused(how, Optional.empty()), ctx);
    }
  }

  private void done(Answer a, ChannelHandlerContext ctx) {
    answer.complete(a);
    finisher.ifPresent(f -> f.finished().complete(Optional.empty()));
    ctx.close();
  }
}
