package io.github.tlslift.net.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.net.Scripted;
import io.github.tlslift.net.probe.VersionAnswer.Status;
import io.github.tlslift.tls.CodePoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of TLS of this Java, whose groups and schemes its guide to JSSE lists. */
final class RealServersTest {
  private static SSLContext context;

  @BeforeAll
  static void make(@TempDir Path folder) throws Exception {
    Path keys = folder.resolve("k.p12");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(
        List.of(
            ("-genkeypair -alias a -keyalg RSA -dname CN=host.test -ext san=dns:host.test"
                    + " -storetype PKCS12 -storepass password -keystore")
                .split(" ")));
    command.add(keys.toString());
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, "password".toCharArray());
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(store, "password".toCharArray());
    context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
  }

  private static ServerSocket serving(boolean wantsClient, String... versions) throws IOException {
    SSLServerSocket socket =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    socket.setEnabledProtocols(versions);
    socket.setNeedClientAuth(wantsClient);
    Thread thread = new Thread(() -> serve(socket));
    thread.setDaemon(true);
    thread.start();
    return socket;
  }

  // Each on a thread of its own: one that waits for its client holds up no other question.
  private static void serve(SSLServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        SSLSocket s = (SSLSocket) socket.accept();
        Thread thread = new Thread(() -> answer(s));
        thread.setDaemon(true);
        thread.start();
      } catch (IOException gone) {
        // The test is over.
      }
    }
  }

  private static void answer(SSLSocket socket) {
    try (socket) {
      socket.startHandshake();
      socket.getInputStream().read();
    } catch (IOException gone) {
      // The question is over.
    }
  }

  private static AddressReport ask(int port, StartTls start) {
    try (Asker asker = new Asker(Duration.ofSeconds(20))) {
      Target target = new Target("127.0.0.1", port, Optional.of("host.test"), start);
      return new Probe(asker, Probe.Scope.all(List.of())).of(target).join().addresses().get(0);
    }
  }

  @Test
  void aServerOfTls13AloneShowsItsCertificateAndThatItWantsOne() throws IOException {
    try (ServerSocket server = serving(true, "TLSv1.3")) {
      AddressReport r = ask(server.getLocalPort(), StartTls.NONE);
      assertThat(r.certificate().orElseThrow().leaf().getSubjectX500Principal().getName())
          .isEqualTo("CN=host.test");
      assertThat(r.certificate().orElseThrow().wrongName()).isEmpty();
      assertThat(r.asksForClientCertificate()).contains(true);
    }
  }

  @Test
  void groupsOfTls13AreAllFound() throws IOException {
    try (ServerSocket server = serving(false, "TLSv1.3")) {
      AddressReport r = ask(server.getLocalPort(), StartTls.NONE);
      assertThat(r.groups().groups().stream().map(CodePoint.GROUP::name))
          .contains("x25519", "secp256r1", "secp384r1", "secp521r1", "x448", "ffdhe2048")
          .doesNotContain("secp256k1", "brainpoolP256r1");
      assertThat(r.groups().incomplete()).isEmpty();
      assertThat(r.suites().get(TlsVersion.TLS13)).isNotNull();
    }
  }

  @Test
  void schemesOfTls12AreThoseOfTheKey() throws IOException {
    try (ServerSocket server = serving(false, "TLSv1.2")) {
      AddressReport r = ask(server.getLocalPort(), StartTls.NONE);
      assertThat(r.details().schemes().stream().map(CodePoint.SIGNATURE_SCHEME::name))
          .contains("rsa_pss_rsae_sha256", "rsa_pkcs1_sha256")
          .noneMatch(s -> s.startsWith("ecdsa"));
      assertThat(r.details().compresses()).contains(false);
      assertThat(r.asksForClientCertificate()).contains(false);
    }
  }

  @Test
  void sqlServerCarriesTheHandshakeInItsPackets() throws IOException {
    try (ServerSocket tls = serving(false, "TLSv1.2");
        Scripted sql = new Scripted((s, in, out) -> relay(tls.getLocalPort(), in, out, 1))) {
      AddressReport r = ask(sql.port(), StartTls.TDS);
      assertThat(version(r, TlsVersion.TLS12).status()).isEqualTo(Status.ACCEPTED);
      assertThat(version(r, TlsVersion.TLS11).status()).isEqualTo(Status.REFUSED);
      assertThat(r.certificate()).isPresent();
    }
  }

  @Test
  void sqlServerWithoutEncryptionIsSaidToHaveNone() {
    try (Scripted sql = new Scripted((s, in, out) -> relay(0, in, out, 2))) {
      assertThat(version(ask(sql.port(), StartTls.TDS), TlsVersion.TLS12).how())
          .startsWith("starttls: the server has no TLS to start");
    }
  }

  private static VersionAnswer version(AddressReport report, TlsVersion version) {
    return Objects.requireNonNull(report.versions().get(version));
  }

  // A pre-login answered with an encryption, then TLS of another server in packets.
  private static void relay(int port, InputStream in, OutputStream out, int encryption)
      throws IOException {
    packet(in);
    out.write(
        new byte[] {4, 1, 0, 20, 0, 0, 1, 0, 1, 0, 11, 0, 1, -1, 0, 0, 0, 0, 0, (byte) encryption});
    if (port == 0) {
      in.read();
      return;
    }
    try (Socket tls = new Socket(InetAddress.getLoopbackAddress(), port)) {
      tls.getOutputStream().write(packet(in));
      byte[] buffer = new byte[4000];
      for (int n = tls.getInputStream().read(buffer);
          n > 0;
          n = tls.getInputStream().read(buffer)) {
        ByteArrayOutputStream framed = new ByteArrayOutputStream();
        framed.write(new byte[] {0x12, 1, (byte) (n + 8 >> 8), (byte) (n + 8), 0, 0, 1, 0});
        framed.write(buffer, 0, n);
        out.write(framed.toByteArray());
      }
    }
  }

  private static byte[] packet(InputStream in) throws IOException {
    byte[] header = in.readNBytes(8);
    assertThat(header[0]).isEqualTo((byte) 0x12);
    return in.readNBytes(((header[2] & 0xFF) << 8 | header[3] & 0xFF) - 8);
  }
}
