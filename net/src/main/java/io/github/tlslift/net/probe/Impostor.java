package io.github.tlslift.net.probe;

import io.github.tlslift.tls.ClientHello;
import io.github.tlslift.tls.Handshake;
import io.github.tlslift.tls.HelloShape;
import io.github.tlslift.tls.TlsRecord;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Sends a target the hello of another client. */
public final class Impostor {
  private final Asker asker;

  /** One that opens its connections with {@code asker}. */
  public Impostor(Asker asker) {
    this.asker = asker;
  }

  /** A hello of a shape, with keys of its own. */
  public static ClientHello hello(HelloShape shape, Optional<String> serverName) {
    return shape.hello(serverName, new FreshKeys());
  }

  /** The record that a hello goes in. */
  public static byte[] record(HelloShape shape, ClientHello hello) {
    byte[] message = new Handshake(Handshake.CLIENT_HELLO, hello.body()).bytes();
    return TlsRecord.of(TlsRecord.HANDSHAKE, shape.recordVersion(), message);
  }

  /** What the first address behind the name answers; never an exception. */
  public CompletableFuture<Answer> ask(Target target, HelloShape shape) {
    try {
      InetAddress address = InetAddress.getByName(target.host());
      byte[] record = record(shape, hello(shape, target.serverName()));
      return asker.ask(
          new InetSocketAddress(address, target.port()),
          new Question(record, target.startTls(), true));
    } catch (UnknownHostException e) {
      return CompletableFuture.completedFuture(
          new Answer.Unknown("connect", "the name " + target.host() + " is not known"));
    }
  }
}
