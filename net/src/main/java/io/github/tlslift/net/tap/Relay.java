package io.github.tlslift.net.tap;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import java.util.Optional;

/** Passes on what one side sends: reads again when it has gone out, ends as the side ended. */
final class Relay extends ChannelInboundHandlerAdapter {
  private final Side side;
  private final Channel other;
  private final Optional<Watch> watch;
  private final Ending ending;

  Relay(Side side, Channel other, Optional<Watch> watch, Ending ending) {
    this.side = side;
    this.other = other;
    this.watch = watch;
    this.ending = ending;
  }

  /** Passes on what came with the request, and reads on. */
  void begin(Channel channel, byte[] rest) {
    pass(channel, Unpooled.wrappedBuffer(rest));
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    pass(ctx.channel(), (ByteBuf) message);
  }

  private void pass(Channel channel, ByteBuf bytes) {
    watch.ifPresent(w -> w.passed(side, ByteBufUtil.getBytes(bytes)));
    other
        .writeAndFlush(bytes)
        .addListener(
            f -> {
              if (f.isSuccess()) {
                channel.read();
              } else {
                channel.close();
              }
            });
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE) {
      watch.ifPresent(w -> w.ended(side, "closed the connection (FIN)"));
      SocketChannel to = (SocketChannel) other;
      if (to.isInputShutdown() || !to.isActive()) {
        finish(ctx.channel());
      } else {
        to.shutdownOutput();
      }
    }
  }

  // Both have said all: what is still to be written goes out before the close.
  private void finish(Channel channel) {
    ending.over();
    other.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(f -> other.close());
    channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(f -> channel.close());
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    ending.over();
    other.close();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    watch.ifPresent(w -> w.ended(side, "reset the connection (RST)"));
    ending.over();
    other.config().setOption(ChannelOption.SO_LINGER, 0);
    other.close();
    ctx.close();
  }
}
