package io.github.tlslift.net.tap;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Listens on loopback and passes connections on, byte for byte: as an HTTP proxy, or as the mirror
 * of one endpoint.
 */
public final class Tap implements AutoCloseable {
  private static final int THREADS = 2;
  private static final int BACKLOG = 1024;

  static {
    // See Asker: Netty would search the network interfaces for a name that nobody sees.
    System.setProperty("io.netty.machineId", "02:00:00:00:00:00");
  }

  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(THREADS, NioIoHandler.newFactory());
  private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final Sightings sightings = new Sightings();
  private final Channel listening;

  private Tap(int port, Optional<InetSocketAddress> mirrored, Names names) throws IOException {
    ServerBootstrap server =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.AUTO_READ, false)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel c) {
                    open.add(c);
                    c.pipeline().addLast(new Frontend(mirrored, names, sightings));
                  }
                });
    var bound = server.bind(InetAddress.getLoopbackAddress(), port).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
      throw new IOException("cannot listen on port " + port + ": " + bound.cause().getMessage());
    }
    listening = bound.channel();
  }

  /** A proxy on a free port. */
  public static Tap proxy(Names names) throws IOException {
    return new Tap(0, Optional.empty(), names);
  }

  /**
   * A mirror of one endpoint.
   *
   * @param port to listen on; 0 for a free one
   */
  public static Tap mirror(int port, String host, int hostPort, Names names) throws IOException {
    return new Tap(port, Optional.of(InetSocketAddress.createUnresolved(host, hostPort)), names);
  }

  /** The port it listens on. */
  public int port() {
    return ((InetSocketAddress) listening.localAddress()).getPort();
  }

  /** {@code http://127.0.0.1:PORT}. */
  public String url() {
    return "http://127.0.0.1:" + port();
  }

  /** Waits until so many connections have ended; whether they have. */
  public boolean await(int many, long millis) throws InterruptedException {
    return sightings.await(many, millis);
  }

  /** Waits until none is open; whether that came about. */
  public boolean drain(long millis) throws InterruptedException {
    return open.newCloseFuture().await(millis) && open.isEmpty();
  }

  /** Cuts what is open, and gives all that passed. */
  public Sighted end() {
    listening.close().awaitUninterruptibly();
    open.close().awaitUninterruptibly();
    close();
    group.terminationFuture().awaitUninterruptibly(5, TimeUnit.SECONDS);
    return sightings.all();
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 2, TimeUnit.SECONDS);
  }
}
