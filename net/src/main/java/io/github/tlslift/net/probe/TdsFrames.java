package io.github.tlslift.net.probe;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;

/**
 * The packets of SQL Server, which carry the records of a TLS handshake (MS-TDS 2.2.3.1 and
 * 2.2.6.5).
 */
final class TdsFrames extends ChannelDuplexHandler {
  static final int PRE_LOGIN = 0x12;
  static final int RESPONSE = 0x04;
  static final int HEADER = 8;

  private ByteBuf waiting = Unpooled.EMPTY_BUFFER;

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    ByteBuf out = (ByteBuf) message;
    int length = HEADER + out.readableBytes();
    ByteBuf header = ctx.alloc().buffer(HEADER);
    header.writeByte(PRE_LOGIN).writeByte(1).writeShort(length).writeShort(0).writeByte(1);
    header.writeByte(0);
    ctx.write(Unpooled.wrappedBuffer(header, out), promise);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    waiting = Unpooled.wrappedBuffer(waiting, (ByteBuf) message);
    while (waiting.readableBytes() >= HEADER && waiting.readableBytes() >= length()) {
      ByteBuf packet = waiting.readRetainedSlice(Math.max(HEADER, length()));
      // Anything but a pre-login packet is no TLS, and told as it is.
      boolean framed = packet.getUnsignedByte(packet.readerIndex()) == PRE_LOGIN;
      ctx.fireChannelRead(framed ? packet.skipBytes(HEADER) : packet);
    }
  }

  private int length() {
    return waiting.getUnsignedShort(waiting.readerIndex() + 2);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    waiting.release();
    waiting = Unpooled.EMPTY_BUFFER;
    ctx.fireChannelInactive();
  }
}
