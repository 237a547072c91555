package io.github.tlslift.dotnet.assembly.sink;

import io.github.tlslift.dotnet.api.Addresses;
import io.github.tlslift.dotnet.assembly.metadata.Member;
import io.github.tlslift.model.Destination;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The servers that mail clients are made for. */
final class MailServers implements Sink {
  private static final String TYPE = "System.Net.Mail.SmtpClient";
  private static final int SMTP = 25;

  @Override
  public boolean wants(Member member) {
    return member.type().equals(TYPE)
        && (member.isConstructor() || member.name().equals("set_Host"));
  }

  @Override
  public void look(Call call, Found found) {
    List<String> parameters = call.callee().signature().parameters();
    if (parameters.isEmpty()) {
      return;
    }
    Optional<Integer> port =
        parameters.size() > 1 ? call.argument(1, found).value().number() : Optional.empty();
    call.argument(0, found)
        .value()
        .text()
        .filter(Addresses::isHost)
        .ifPresent(
            h ->
                found.add(
                    new Destination(
                        h.toLowerCase(Locale.ROOT),
                        port.orElse(SMTP),
                        "smtp",
                        found.location(call.site()))));
  }
}
