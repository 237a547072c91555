package io.github.tlslift.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on loopback that does with each connection what a test says. */
public final class Scripted implements AutoCloseable {
  private final ServerSocket listening;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** What is done with one connection; it is closed afterwards. */
  public interface Script {
    void run(Socket socket, InputStream in, OutputStream out) throws IOException;
  }

  /** Listens on a free port. */
  public Scripted(Script script) {
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(() -> accept(script));
  }

  /** Where it listens. */
  public int port() {
    return listening.getLocalPort();
  }

  private void accept(Script script) {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        threads.execute(() -> serve(socket, script));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void serve(Socket socket, Script script) {
    try (socket) {
      script.run(socket, socket.getInputStream(), socket.getOutputStream());
    } catch (IOException gone) {
      // The other side has what it wanted.
    }
  }

  /** The version that the hello in these first bytes asks for; 0 for SSL 2.0. */
  public static int asked(InputStream in) throws IOException {
    byte[] head = in.readNBytes(5);
    if ((head[0] & 0x80) != 0) {
      in.readNBytes(((head[0] & 0x7F) << 8 | head[1] & 0xFF) - 3);
      return 0;
    }
    byte[] body = in.readNBytes((head[3] & 0xFF) << 8 | head[4] & 0xFF);
    String hex = java.util.HexFormat.of().formatHex(body);
    return hex.contains("002b0003020304") ? 0x0304 : (body[4] & 0xFF) << 8 | body[5] & 0xFF;
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
