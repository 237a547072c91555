package io.github.tlslift.net.tap;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.net.tap.Seen.Outcome;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The side of the client, up to where it is connected with the server. */
final class Frontend extends ChannelInboundHandlerAdapter {
  private static final int LONGEST_HEAD = 1 << 16;
  private static final String ESTABLISHED = "HTTP/1.1 200 Connection established\r\n\r\n";

  private final Optional<InetSocketAddress> mirrored;
  private final Names names;
  private final Sightings sightings;
  private byte[] head = new byte[0];
  private String endpoint = "";
  private boolean handedOver;

  Frontend(Optional<InetSocketAddress> mirrored, Names names, Sightings sightings) {
    this.mirrored = mirrored;
    this.names = names;
    this.sightings = sightings;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    if (mirrored.isEmpty()) {
      ctx.read();
      return;
    }
    ProxyRequest to =
        new ProxyRequest(
            true, mirrored.get().getHostString(), mirrored.get().getPort(), new byte[0]);
    connect(to, "", new byte[0], ctx);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf in = (ByteBuf) message;
    int had = head.length;
    head = Arrays.copyOf(head, had + in.readableBytes());
    in.readBytes(head, had, head.length - had);
    in.release();
    int end = end(head);
    if (end >= 0) {
      request(end, ctx);
    } else if (head.length > LONGEST_HEAD) {
      refuse("400 Bad Request", "asked for nothing in " + LONGEST_HEAD + " bytes", ctx);
    } else {
      ctx.read();
    }
  }

  // After the empty line.
  private static int end(byte[] head) {
    for (int i = 1; i < head.length; i++) {
      boolean empty =
          head[i - 1] == '\n'
              && (head[i] == '\n' || head[i] == '\r' && i + 1 < head.length && head[i + 1] == '\n');
      if (empty) {
        return head[i] == '\n' ? i + 1 : i + 2;
      }
    }
    return -1;
  }

  private void request(int end, ChannelHandlerContext ctx) {
    try {
      ProxyRequest asked = ProxyRequest.read(new String(head, 0, end, StandardCharsets.ISO_8859_1));
      byte[] rest = Arrays.copyOfRange(head, end, head.length);
      connect(asked, asked.connect() ? ESTABLISHED : "", rest, ctx);
    } catch (MalformedInputException e) {
      refuse("400 Bad Request", "asked a proxy for " + e.getMessage(), ctx);
    }
  }

  private void connect(ProxyRequest to, String reply, byte[] rest, ChannelHandlerContext ctx) {
    endpoint = to.endpoint();
    Dialer.dial(
        ctx.channel(),
        to,
        names,
        (server, problem) -> {
          if (server.isPresent()) {
            join(to, reply, rest, ctx, server.get());
          } else {
            unreachable(problem, ctx);
          }
        });
  }

  private void join(
      ProxyRequest to, String reply, byte[] rest, ChannelHandlerContext ctx, Channel server) {
    if (!ctx.channel().isActive()) {
      server.close();
      return;
    }
    handedOver = true;
    Optional<Watch> watch = to.connect() ? Optional.of(new Watch(endpoint)) : Optional.empty();
    Ending ending = new Ending(endpoint, watch, sightings);
    Relay fromClient = new Relay(Side.CLIENT, server, watch, ending);
    Relay fromServer = new Relay(Side.SERVER, ctx.channel(), watch, ending);
    server.pipeline().addLast(fromServer);
    if (to.forward().length > 0) {
      server.write(Unpooled.wrappedBuffer(to.forward()));
    }
    ctx.write(Unpooled.copiedBuffer(reply, StandardCharsets.US_ASCII));
    ctx.pipeline().replace(this, "relay", fromClient);
    ctx.channel().flush();
    server.flush();
    server.read();
    fromClient.begin(ctx.channel(), rest);
  }

  private void unreachable(String problem, ChannelHandlerContext ctx) {
    handedOver = true;
    sightings.add(Seen.without(endpoint, Outcome.UNREACHABLE, problem));
    answer("502 Bad Gateway", ctx);
  }

  private void refuse(String status, String how, ChannelHandlerContext ctx) {
    handedOver = true;
    sightings.add(Seen.without(endpoint, Outcome.NO_TLS, "the client " + how));
    answer(status, ctx);
  }

  private void answer(String status, ChannelHandlerContext ctx) {
    if (mirrored.isPresent()) {
      ctx.close();
      return;
    }
    String text = "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    ctx.writeAndFlush(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII))
        .addListener(ChannelFutureListener.CLOSE);
  }

  // Half-closed before it has asked: there is nothing to wait for.
  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    ctx.close();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (!handedOver) {
      handedOver = true;
      String how = "the client left before it was connected";
      sightings.add(Seen.without(endpoint, Outcome.UNFINISHED, how));
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
  }
}
