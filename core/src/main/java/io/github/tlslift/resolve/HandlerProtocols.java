package io.github.tlslift.resolve;

import io.github.tlslift.model.Clr;
import io.github.tlslift.model.Protocols;
import io.github.tlslift.model.TlsVersion;

/** R11: what the setter of {@code HttpClientHandler.SslProtocols} refuses. */
final class HandlerProtocols {
  private HandlerProtocols() {}

  /** The exception it throws; empty where it accepts the value. */
  static String refusal(int mask, Situation s) {
    if (s.clr() == Clr.CLR4 && !s.installedAtLeast("4.7.1")) {
      return "MissingMethodException";
    }
    if (s.clr() == Clr.CLR4 && !s.installedAtLeast("4.7.2")) {
      return "PlatformNotSupportedException";
    }
    Protocols asked = new Protocols(mask);
    boolean refused = asked.contains(TlsVersion.SSL2) || asked.contains(TlsVersion.SSL3);
    return refused ? "NotSupportedException" : "";
  }
}
