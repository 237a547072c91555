package io.github.tlslift.dotnet.assembly.sink;

import io.github.tlslift.dotnet.api.Clients;
import io.github.tlslift.dotnet.assembly.metadata.Member;
import io.github.tlslift.model.Api;
import io.github.tlslift.model.Role;
import java.util.Optional;

/** Objects and calls that open connections with the defaults in force. */
final class ClientUses implements Sink {
  @Override
  public boolean wants(Member member) {
    return client(member).isPresent() || isEnableSsl(member);
  }

  private static boolean isEnableSsl(Member member) {
    return member.name().equals("set_EnableSsl")
        && (member.type().equals("System.Net.FtpWebRequest")
            || member.type().equals("System.Net.Mail.SmtpClient"));
  }

  private static Optional<Clients.Client> client(Member member) {
    return member.isConstructor()
        ? Clients.ofType(member.simpleType()).filter(c -> c.name().equals(member.type()))
        : Clients.ofCall(member.simpleType() + "." + member.name());
  }

  @Override
  public void look(Call call, Found found) {
    if (isEnableSsl(call.callee())) {
      enableSsl(call, found);
    } else if (!call.callee().isConstructor() || call.site().at().name().equals("newobj")) {
      client(call.callee())
          .ifPresent(c -> found.use(Role.CLIENT, c.name(), Optional.of(c.api()), call));
    }
  }

  // FtpWebRequest and SmtpClient use TLS only with EnableSsl.
  private static void enableSsl(Call call, Found found) {
    if (call.last(found).value().number().filter(n -> n == 0).isPresent()) {
      return;
    }
    boolean ftp = call.callee().type().endsWith("FtpWebRequest");
    found.use(
        Role.CLIENT,
        call.callee().type() + ".EnableSsl",
        Optional.of(ftp ? Api.FTP_WEB_REQUEST : Api.SMTP_CLIENT),
        call);
  }
}
