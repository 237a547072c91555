import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Security;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Answers GET, POST and SOAP over one TLS version on loopback: PingServer KEYSTORE PASSWORD VERSION; prints its port. */
public final class PingServer {
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

  public static void main(String[] args) throws Exception {
    Security.setProperty("jdk.tls.disabledAlgorithms", "");
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(Path.of(args[0]))) {
      keys.load(in, args[1].toCharArray());
    }
    KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, args[1].toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    SSLServerSocket server =
        (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 50, loopback);
    server.setEnabledProtocols(new String[] {args[2]});
    System.out.println(server.getLocalPort());
    while (true) {
      SSLSocket client = (SSLSocket) server.accept();
      Thread thread = new Thread(() -> serve(client));
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void serve(SSLSocket client) {
    try (client) {
      client.setSoTimeout(5000);
      answer(client);
    } catch (IOException refusedOrGone) {
      return;
    }
  }

  private static void answer(SSLSocket client) throws IOException {
    InputStream in = client.getInputStream();
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    boolean told = false;
    while (!isComplete(request.toString(StandardCharsets.ISO_8859_1))) {
      int count = in.read(buffer);
      if (count < 0) {
        return;
      }
      request.write(buffer, 0, count);
      if (!told && request.toString(StandardCharsets.ISO_8859_1).contains("100-continue")) {
        told = true;
        write(client, "HTTP/1.1 100 Continue\r\n\r\n");
      }
    }
    String text = request.toString(StandardCharsets.ISO_8859_1);
    boolean soap = text.contains("SOAPAction");
    String body = soap ? envelope(text) : "pong";
    write(
        client,
        "HTTP/1.1 200 OK\r\nContent-Type: text/" + (soap ? "xml; charset=utf-8" : "plain") + "\r\nContent-Length: "
            + body.length() + "\r\nConnection: close\r\n\r\n" + body);
  }

  // The answer is in the namespace of the question.
  private static String envelope(String request) {
    Matcher named = Pattern.compile("<Ping xmlns=\"([^\"]+)\"").matcher(request);
    String namespace = named.find() ? named.group(1) : "http://tempuri.org/";
    return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><PingResponse xmlns=\""
        + namespace + "\"><PingResult>pong</PingResult></PingResponse></s:Body></s:Envelope>";
  }

  private static boolean isComplete(String request) {
    int end = request.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    String head = request.substring(0, end);
    if (head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked")) {
      return request.endsWith("0\r\n\r\n");
    }
    Matcher length = LENGTH.matcher(head);
    return !length.find() || request.length() >= end + 4 + Integer.parseInt(length.group(1));
  }

  private static void write(SSLSocket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    client.getOutputStream().flush();
  }
}
