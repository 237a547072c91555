package io.github.tlslift.net.tap;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/** Connects to the addresses of a name, one after the other, until one answers. */
final class Dialer {
  private static final int TIMEOUT_MILLIS = 10_000;

  // Looking up a name blocks, and a loop that blocks holds up every other connection.
  private static final Executor LOOKUPS =
      Executors.newCachedThreadPool(
          task -> {
            Thread t = new Thread(task, "names");
            t.setDaemon(true);
            return t;
          });

  private Dialer() {}

  /** Gives a connection that does not read yet, or the reason why there is none, on the loop. */
  static void dial(
      Channel client, ProxyRequest to, Names names, BiConsumer<Optional<Channel>, String> then) {
    LOOKUPS.execute(
        () -> {
          try {
            List<InetAddress> addresses = names.of(to.host());
            client.eventLoop().execute(() -> next(client, addresses, to.port(), then));
          } catch (UnknownHostException e) {
            String problem = "the name " + to.host() + " is not known";
            client.eventLoop().execute(() -> then.accept(Optional.empty(), problem));
          }
        });
  }

  private static void next(
      Channel client,
      List<InetAddress> left,
      int port,
      BiConsumer<Optional<Channel>, String> then) {
    connecting(client, new InetSocketAddress(left.get(0), port))
        .addListener(
            f -> {
              if (f.isSuccess()) {
                then.accept(Optional.of(((ChannelFuture) f).channel()), "");
              } else if (left.size() > 1) {
                next(client, left.subList(1, left.size()), port, then);
              } else {
                then.accept(Optional.empty(), reason(f.cause()));
              }
            });
  }

  private static ChannelFuture connecting(Channel client, InetSocketAddress address) {
    return new Bootstrap()
        .group(client.eventLoop())
        .channel(NioSocketChannel.class)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, TIMEOUT_MILLIS)
        .option(ChannelOption.AUTO_READ, false)
        .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
        .option(ChannelOption.TCP_NODELAY, true)
        .handler(new ChannelInboundHandlerAdapter())
        .connect(address);
  }

  private static String reason(Throwable cause) {
    return cause instanceof ConnectException && !String.valueOf(cause.getMessage()).contains("time")
        ? "the connection was refused"
        : String.valueOf(cause.getMessage());
  }
}
