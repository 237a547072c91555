package io.github.tlslift.capture.judge;

import java.util.Locale;

/** What can be asked of an attempt; the table of causes speaks in their ids. */
enum Sign {
  HELLO,
  NO_HELLO,
  OLD_HELLO,
  MODERN_HELLO,
  TLS13_HELLO,
  ONLY_TLS13_HELLO,
  NO_SNI,
  ANSWER,
  NO_ANSWER,
  OLD_ANSWER,
  COMPLETE,
  INCOMPLETE,
  CERTIFICATE,
  CERTIFICATE_OUT_OF_DATE,
  CERTIFICATE_OF_OTHER_NAME,
  CERTIFICATE_SELF_SIGNED,
  CERTIFICATE_REQUESTED,
  NO_CLIENT_CERTIFICATE,
  KEYS_SENT,
  CLIENT_ALERT_HIDDEN,
  SERVER_ALERT_HIDDEN,
  ANY_SERVER_ALERT,
  CLIENT_ENDED,
  SERVER_ENDED,
  SERVER_FIN,
  SERVER_RST,
  STRANGER_RESET,
  REFUSED,
  UNANSWERED,
  WAITED,
  NOT_HEARD,
  IDLE,
  SPOKE_AFTER_END,
  LATE,
  SERVER_SILENT,
  PLAIN_CLIENT,
  PLAIN_SERVER,
  PLAIN_HTTP_SERVER,
  SAYS_HTTPS,
  TLS_PORT,
  PROXY_SIGN_IN,
  PROXY_REFUSED,
  ALWAYS;

  /** Such as {@code old-hello}. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
