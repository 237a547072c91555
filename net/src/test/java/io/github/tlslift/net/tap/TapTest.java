package io.github.tlslift.net.tap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.net.Scripted;
import io.github.tlslift.net.tap.Seen.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients and servers that behave and that do not, with the tap between them. */
final class TapTest {
  // A hello of TLS 1.0 with one suite and no extensions.
  private static final byte[] HELLO =
      HexFormat.of().parseHex("160301002d010000290301" + "00".repeat(32) + "000002002f0100");
  private static final Names LAB = new Names(Map.of("lab.test", InetAddress.getLoopbackAddress()));

  @TempDir Path folder = Path.of(".");

  /** What a client does on a connection through the tap. */
  private interface Client {
    void run(Socket socket) throws IOException;
  }

  private static Socket through(Tap tap, int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), tap.port());
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(ask("lab.test:" + port));
    String reply = head(socket.getInputStream());
    assertThat(reply).startsWith("HTTP/1.1 200 ");
    return socket;
  }

  private static byte[] ask(String endpoint) {
    return ("CONNECT " + endpoint + " HTTP/1.1\r\nHost: " + endpoint + "\r\n\r\n")
        .getBytes(ISO_8859_1);
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static Seen only(Scripted.Script script, Client client) throws Exception {
    try (Scripted server = new Scripted(script);
        Tap tap = Tap.proxy(LAB)) {
      try (Socket socket = through(tap, server.port())) {
        client.run(socket);
      }
      tap.drain(5000);
      return one(tap);
    }
  }

  private static Seen one(Tap tap) {
    Sighted all = tap.end();
    assertThat(all.rows()).hasSize(1);
    return all.rows().get(0).seen();
  }

  private static void helloAndWait(Socket socket) throws IOException {
    socket.getOutputStream().write(HELLO);
    try {
      socket.getInputStream().readAllBytes();
    } catch (java.net.SocketException reset) {
      // The tap passes a reset on.
    }
  }

  @Test
  void showsTheHelloAndTheAlertThatAnsweredIt() throws Exception {
    Seen seen =
        only(
            (socket, in, out) -> {
              in.readNBytes(HELLO.length);
              out.write(new byte[] {21, 3, 1, 0, 2, 2, 70});
            },
            TapTest::helloAndWait);
    assertThat(seen.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(seen.how()).isEqualTo("the server sent alert 70 protocol_version");
    assertThat(seen.newestOffered()).contains(TlsVersion.TLS10);
    assertThat(seen.hello()).containsEntry("cipher_suites", "002f");
    assertThat(seen.sni()).isEmpty();
  }

  @Test
  void aHelloOfSsl2IsShownToo() throws Exception {
    Seen seen =
        only(
            (socket, in, out) -> in.readNBytes(30),
            socket -> {
              byte[] hello =
                  HexFormat.of().parseHex("801c0103000003000000100700c0" + "00".repeat(16));
              socket.getOutputStream().write(hello);
              socket.getInputStream().readAllBytes();
            });
    assertThat(seen.hello()).containsEntry("record_version", "0002");
    assertThat(seen.newestOffered()).contains(TlsVersion.SSL3);
  }

  @Test
  void tellsHowAServerEndsWithoutAWord() throws Exception {
    assertThat(only((socket, in, out) -> in.readNBytes(HELLO.length), TapTest::helloAndWait).how())
        .isEqualTo("the server closed the connection (FIN)");
    assertThat(
            only(
                    (socket, in, out) -> {
                      in.readNBytes(HELLO.length);
                      socket.setSoLinger(true, 0);
                    },
                    TapTest::helloAndWait)
                .how())
        .isEqualTo("the server reset the connection (RST)");
  }

  @Test
  void anAnswerThatIsNoTlsIsNamed() throws Exception {
    Seen seen =
        only(
            (socket, in, out) -> {
              in.readNBytes(HELLO.length);
              out.write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(ISO_8859_1));
            },
            TapTest::helloAndWait);
    assertThat(seen.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(seen.how()).startsWith("the server sent what is no TLS");
  }

  @Test
  void aClientThatSpeaksNoTlsOrNothingIsNamed() throws Exception {
    Scripted.Script ends = (socket, in, out) -> in.read();
    assertThat(
            only(ends, s -> s.getOutputStream().write("GET / HTTP/1.1\r\n".getBytes(ISO_8859_1)))
                .outcome())
        .isEqualTo(Outcome.NO_TLS);
    assertThat(only(ends, s -> {}).outcome()).isEqualTo(Outcome.UNFINISHED);
  }

  @Test
  void aServerThatHangsIsCutWithTheTap() throws Exception {
    try (Scripted server =
            new Scripted((s, in, out) -> in.transferTo(java.io.OutputStream.nullOutputStream()));
        Tap tap = Tap.proxy(LAB);
        Socket socket = through(tap, server.port())) {
      socket.getOutputStream().write(HELLO);
      assertThat(tap.drain(300)).isFalse();
      Seen seen = one(tap);
      assertThat(seen.outcome()).isEqualTo(Outcome.UNFINISHED);
      assertThat(seen.how()).isEqualTo("it was still open when the tap ended");
      assertThat(seen.newestOffered()).contains(TlsVersion.TLS10);
    }
  }

  @Test
  void bytesPassUnchangedBothWaysAndAfterOneSideHasEnded() throws Exception {
    byte[] much = new byte[3_000_000];
    new Random(7).nextBytes(much);
    List<byte[]> back = new ArrayList<>();
    only(
        (socket, in, out) -> out.write(in.readAllBytes()),
        socket -> {
          socket.getOutputStream().write(much);
          socket.shutdownOutput();
          back.add(socket.getInputStream().readAllBytes());
        });
    assertThat(Arrays.equals(back.get(0), much)).isTrue();
  }

  @Test
  void aHelloInSingleBytesWithTheRequestIsRead() throws Exception {
    try (Scripted server = new Scripted((s, in, out) -> in.readNBytes(HELLO.length));
        Tap tap = Tap.proxy(LAB)) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), tap.port())) {
        socket.setTcpNoDelay(true);
        for (byte b : ask("lab.test:" + server.port())) {
          socket.getOutputStream().write(b);
        }
        for (byte b : HELLO) {
          socket.getOutputStream().write(b);
        }
        head(socket.getInputStream());
        socket.getInputStream().readAllBytes();
      }
      tap.drain(5000);
      assertThat(one(tap).newestOffered()).contains(TlsVersion.TLS10);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'GET / HTTP/1.1', 400",
    "'CONNECT nowhere HTTP/1.1', 400",
    "'CONNECT a b c HTTP/1.1', 400",
    "'\u0016\u0003\u0001', 400",
    "'CONNECT no-such-host.invalid:443 HTTP/1.1', 502"
  })
  void whatCannotBeDoneIsAnswered(String request, String status) throws Exception {
    try (Tap tap = Tap.proxy(LAB)) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), tap.port())) {
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write((request + "\r\n\r\n").getBytes(ISO_8859_1));
        assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 " + status);
      }
      Outcome outcome = one(tap).outcome();
      assertThat(outcome).isEqualTo(status.equals("502") ? Outcome.UNREACHABLE : Outcome.NO_TLS);
    }
  }

  @Test
  void aPortWhereNobodyListensIsUnreachable() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (Tap tap = Tap.proxy(LAB);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), tap.port())) {
      socket.getOutputStream().write(ask("lab.test:" + port));
      assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 502");
      assertThat(one(tap).how()).isEqualTo("the connection was refused");
    }
  }

  @Test
  void aPageWithoutTlsIsFetchedAsFromTheClientItself() throws Exception {
    List<String> asked = new ArrayList<>();
    try (Scripted server =
            new Scripted(
                (s, in, out) -> {
                  asked.add(head(in));
                  out.write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(ISO_8859_1));
                });
        Tap tap = Tap.proxy(LAB)) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), tap.port())) {
        String request =
            "GET http://lab.test:" + server.port() + "/a?b HTTP/1.1\r\nProxy-Connection: x\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 204");
      }
      tap.drain(5000);
      assertThat(asked).containsExactly("GET /a?b HTTP/1.1\r\nConnection: close\r\n\r\n");
      assertThat(one(tap).outcome()).isEqualTo(Outcome.NO_TLS);
    }
  }

  @Test
  void aThousandAtOnceAreOneRow() throws Exception {
    try (Scripted server =
            new Scripted(
                (s, in, out) -> {
                  in.readNBytes(HELLO.length);
                  out.write(new byte[] {21, 3, 1, 0, 2, 2, 40});
                });
        Tap tap = Tap.proxy(LAB)) {
      List<Socket> all = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), tap.port());
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write(ask("lab.test:" + server.port()));
        all.add(socket);
      }
      for (Socket socket : all) {
        assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 200");
      }
      for (Socket socket : all) {
        socket.getOutputStream().write(HELLO);
      }
      for (Socket socket : all) {
        assertThat(socket.getInputStream().readAllBytes()).hasSize(7);
        socket.close();
      }
      assertThat(tap.await(1000, 20_000)).isTrue();
      Sighted seen = tap.end();
      assertThat(seen.rows()).extracting(Sighted.Row::count).containsExactly(1000);
    }
  }

  @ParameterizedTest
  @CsvSource({"TLSv1.2, true", "TLSv1.3, true", "TLSv1.2, false", "TLSv1.3, false"})
  void realHandshakesAreFollowed(String version, boolean trusting) throws Exception {
    SSLContext keys = Keys.server(folder);
    try (SSLServerSocket server =
            (SSLServerSocket)
                keys.getServerSocketFactory()
                    .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Tap tap = Tap.proxy(LAB)) {
      new Thread(() -> echo(server)).start();
      handshake(through(tap, server.getLocalPort()), version, trusting);
      tap.drain(5000);
      Seen seen = one(tap);
      assertThat(seen.outcome()).isEqualTo(trusting ? Outcome.CONNECTED : Outcome.FAILED);
      assertThat(seen.version())
          .isEqualTo(version.toLowerCase(java.util.Locale.ROOT).replace("v", ""));
      assertThat(seen.sni()).isEqualTo("lab.test");
    }
  }

  private static void handshake(Socket plain, String version, boolean trusting)
      throws IOException, GeneralSecurityException {
    try (SSLSocket socket =
        (SSLSocket)
            Keys.client(trusting).getSocketFactory().createSocket(plain, "lab.test", 443, true)) {
      socket.setEnabledProtocols(new String[] {version});
      socket.getOutputStream().write(1);
      assertThat(socket.getInputStream().read()).isEqualTo(1);
    } catch (SSLException e) {
      assertThat(trusting).isFalse();
    }
  }

  private static void echo(SSLServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write(socket.getInputStream().read());
      socket.getInputStream().read();
    } catch (IOException ended) {
      // The client has left.
    }
  }

  @Test
  void aMirrorNeedsNoProxyRequest() throws Exception {
    try (Scripted server = new Scripted((s, in, out) -> in.readNBytes(HELLO.length));
        Tap tap = Tap.mirror(0, "lab.test", server.port(), LAB)) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), tap.port())) {
        socket.getOutputStream().write(HELLO);
        socket.getInputStream().readAllBytes();
      }
      assertThat(tap.await(1, 5000)).isTrue();
      Seen seen = one(tap);
      assertThat(seen.endpoint()).isEqualTo("lab.test:" + server.port());
      assertThat(seen.newestOffered()).contains(TlsVersion.TLS10);
    }
  }

  @Test
  void anyBytesOfEitherSideAreOutlived() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      Watch watch = new Watch("x:1");
      for (int j = 0; j < 3; j++) {
        byte[] some = random.nextInt(3) == 0 ? HELLO.clone() : new byte[random.nextInt(60)];
        if (some.length != HELLO.length) {
          random.nextBytes(some);
        } else {
          some[random.nextInt(some.length)] = (byte) random.nextInt(256);
        }
        watch.passed(random.nextBoolean() ? Side.CLIENT : Side.SERVER, some);
      }
      watch.ended(Side.CLIENT, "closed");
      assertThat(watch.seen().endpoint()).isEqualTo("x:1");
    }
  }
}
