package io.github.tlslift.capture.attempt;

/**
 * What was spoken before TLS.
 *
 * @param asked the first line of the client, or what it is called
 * @param answered the first line of the server, or nothing
 */
public record Preamble(Kind kind, String asked, String answered) {

  /** The ways to come to TLS. */
  public enum Kind {
    /** A proxy is asked to pass everything on (RFC 9110 9.3.6). */
    CONNECT("HTTP CONNECT"),
    /** The same with SOCKS, 4 or 5. */
    SOCKS("SOCKS"),
    /** A service that begins in clear, such as SMTP (RFC 3207), IMAP, POP3, FTP or LDAP. */
    STARTTLS("STARTTLS"),
    /** SQL Server, which wraps the handshake into packets of its own. */
    TDS("TDS"),
    OTHER("an unknown protocol");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    /** What people call it. */
    public String title() {
      return title;
    }
  }
}
