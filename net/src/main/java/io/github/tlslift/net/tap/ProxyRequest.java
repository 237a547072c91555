package io.github.tlslift.net.tap;

import io.github.tlslift.io.MalformedInputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a client asks a proxy for (RFC 9110 9.3.6, RFC 9112 3.2).
 *
 * @param connect whether for a connection, and not for a page without TLS
 * @param forward what the server is to get first; nothing for a connection
 */
record ProxyRequest(boolean connect, String host, int port, byte[] forward) {
  private static final int HTTP = 80;

  ProxyRequest {
    forward = forward.clone();
  }

  @Override
  public byte[] forward() {
    return forward.clone();
  }

  String endpoint() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /**
   * Reads a head, up to and with its empty line.
   *
   * @throws MalformedInputException where it asks for nothing that a proxy has
   */
  static ProxyRequest read(String head) throws MalformedInputException {
    String[] lines = head.split("\r?\n");
    String[] words = lines[0].split(" ");
    if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
      throw new MalformedInputException(0, "request line", "no request of HTTP/1");
    }
    boolean connect = words[0].equals("CONNECT");
    URI uri = uri(connect ? "tcp://" + words[1] : words[1]);
    String host = uri.getHost() == null ? "" : uri.getHost().replaceAll("[\\[\\]]", "");
    boolean plain = !connect && "http".equalsIgnoreCase(uri.getScheme());
    if (host.isEmpty() || !connect && !plain || connect && uri.getPort() < 0) {
      throw new MalformedInputException(words[0].length() + 1L, "request target", words[1]);
    }
    int port = uri.getPort() < 0 ? HTTP : uri.getPort();
    byte[] forward = connect ? new byte[0] : direct(words, uri, lines);
    return new ProxyRequest(connect, host, port, forward);
  }

  private static URI uri(String text) throws MalformedInputException {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new MalformedInputException(0, "request target", String.valueOf(e.getMessage()));
    }
  }

  // The server gets the request as from the client itself, one on each connection.
  private static byte[] direct(String[] words, URI uri, String[] lines) {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    List<String> out = new ArrayList<>(List.of(words[0] + " " + path + query + " " + words[2]));
    for (String line : List.of(lines).subList(1, lines.length)) {
      String name = line.toLowerCase(Locale.ROOT);
      if (!name.startsWith("proxy-") && !name.startsWith("connection:")) {
        out.add(line);
      }
    }
    out.add("Connection: close");
    return (String.join("\r\n", out) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }
}
