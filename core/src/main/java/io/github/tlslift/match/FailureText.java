package io.github.tlslift.match;

import io.github.tlslift.io.CsvTable;
import io.github.tlslift.model.Api;
import io.github.tlslift.model.Clr;
import java.util.List;
import java.util.Optional;

/** The exception text that an API shows (facts section 5, {@code failure-messages.csv}). */
public final class FailureText {

  private record Row(String cause, String api, String message) {}

  private static final List<Row> ROWS =
      CsvTable.load(
          io.github.tlslift.symptom.Messages.class,
          "failure-messages.csv",
          r -> new Row(r.getField("cause"), r.getField("api"), r.getField("message")));

  private final Api api;
  private final Clr clr;
  private final String refusal;

  FailureText(Api api, Clr clr, String refusal) {
    this.api = api;
    this.clr = clr;
    this.refusal = refusal;
  }

  /**
   * What an API shows when a server turns its hello down.
   *
   * @param refusal how, such as {@code alert 70} or {@code reset}
   */
  public static String ofRefusal(Api api, Clr clr, String refusal) {
    return new FailureText(api, clr, refusal).refused();
  }

  /** The server turned the hello down for its version. */
  String refused() {
    String how =
        refusal.startsWith("alert") || refusal.contains("handshake fail")
            ? "server_sends"
            : "server_resets_tcp";
    return find("client_protocol_too_old:" + how)
        .or(() -> find("client_protocol_too_old:server_closes_tcp"))
        .or(() -> find("client_protocol_too_old"))
        .orElse("");
  }

  /** Schannel could not even make a credential. */
  String local() {
    return find("local_schannel_has_no_usable_protocol").orElse("");
  }

  String serverTooOld() {
    return find("server_too_old_for_client").orElse("");
  }

  String noSuite() {
    return find("no_common_cipher_or_curve").orElseGet(this::refused);
  }

  /** A setter or the start refused a value. */
  String thrown(String exception) {
    return switch (exception) {
      case "NotSupportedException" -> "The requested security protocol is not supported.";
      case "ArgumentException" -> find("mask_zero_while_system_default_off").orElse(exception);
      default -> exception;
    };
  }

  private Optional<String> find(String cause) {
    return ROWS.stream()
        .filter(r -> r.cause.startsWith(cause) && r.api.startsWith(apiName()))
        .findFirst()
        .map(r -> sentence(r.message));
  }

  private String apiName() {
    return switch (api) {
      case HTTP_CLIENT -> clr == Clr.CORE ? "HttpClient (.NET 5+" : "HttpClient (.NET Framework)";
      case HTTP_WEB_REQUEST, WEB_CLIENT, CLIENT_WEB_SOCKET ->
          clr == Clr.CORE ? "HttpClient (.NET 5+" : "HttpWebRequest";
      case SSL_STREAM, LDAP_CONNECTION, REMOTING_TCP -> "SslStream";
      case WCF_HTTPS, WCF_TLS_NEGO -> "WCF https";
      case WCF_NET_TCP -> "WCF net.tcp";
      case SMTP_CLIENT -> "SmtpClient";
      case FTP_WEB_REQUEST -> "FtpWebRequest";
      case SQL_CLIENT -> "SqlClient";
      case INVOKE_WEB_REQUEST -> "Invoke-WebRequest (5.1)";
      case WIN_HTTP -> "WinHTTP";
    };
  }

  // "WebException SendFailure: The underlying ..." begins with a type and perhaps a status.
  private static String sentence(String message) {
    int colon = message.indexOf(": ");
    boolean typed =
        colon > 0 && message.substring(0, colon).matches("\\w*Exception( \\w+)?|Invoke-\\w+ ");
    return typed ? message.substring(colon + 2) : message;
  }
}
