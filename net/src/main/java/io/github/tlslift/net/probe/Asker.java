package io.github.tlslift.net.probe;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Opens a connection for each question; every one ends by its deadline. */
public final class Asker implements AutoCloseable {
  private static final int THREADS = 2;

  static {
    // Netty would look through the network interfaces for a name for its channels, and warn where
    // none has an address of hardware; nobody sees that name.
    System.setProperty("io.netty.machineId", "02:00:00:00:00:00");
  }

  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(THREADS, NioIoHandler.newFactory());
  private final Duration deadline;

  /**
   * Nothing is open yet.
   *
   * @param deadline for each connection, from its first packet to its last
   */
  public Asker(Duration deadline) {
    this.deadline = deadline;
  }

  /** The answer to a question; never an exception. */
  CompletableFuture<Answer> ask(InetSocketAddress address, Question question) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    connect(address, new Exchange(question, answer), answer);
    return answer;
  }

  /** What a handshake that is finished shows; empty where it failed or took too long. */
  CompletableFuture<Optional<Finished>> finish(
      InetSocketAddress address, StartTls startTls, Optional<String> serverName) {
    Finisher finisher = new Finisher(serverName);
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Question nothing = new Question(new byte[0], startTls, false);
    connect(address, new Exchange(nothing, answer, Optional.of(finisher)), answer);
    answer.thenRun(() -> finisher.finished().complete(Optional.empty()));
    return finisher.finished();
  }

  private void connect(
      InetSocketAddress address, Exchange exchange, CompletableFuture<Answer> answer) {
    ChannelFuture connecting =
        new Bootstrap()
            .group(group)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0)
            .option(ChannelOption.TCP_NODELAY, true)
            // Closed with a reset: thousands of connections would leave as many in TIME_WAIT.
            .option(ChannelOption.SO_LINGER, 0)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel c) {
                    c.pipeline().addLast(exchange);
                  }
                })
            .connect(address);
    connecting.addListener(
        f -> {
          if (!f.isSuccess()) {
            answer.complete(new Answer.Unknown("connect", reason(f.cause())));
          }
        });
    Channel channel = connecting.channel();
    channel
        .eventLoop()
        .schedule(
            () -> late(exchange, answer, channel), deadline.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void late(Exchange exchange, CompletableFuture<Answer> answer, Channel channel) {
    answer.complete(
        new Answer.Unknown(exchange.phase(), "no answer in " + deadline.toMillis() + " ms"));
    channel.close();
  }

  private static String reason(Throwable cause) {
    return cause instanceof ConnectException
        ? "the connection was refused"
        : String.valueOf(cause.getMessage());
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
