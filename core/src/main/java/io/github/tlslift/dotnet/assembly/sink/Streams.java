package io.github.tlslift.dotnet.assembly.sink;

import io.github.tlslift.dotnet.assembly.metadata.Member;
import io.github.tlslift.model.Api;
import io.github.tlslift.model.Role;
import java.util.Optional;

/** {@code SslStream.AuthenticateAsClient} and {@code AuthenticateAsServer}, all overloads. */
final class Streams implements Sink {
  private static final String TYPE = "System.Net.Security.SslStream";
  private static final String PROTOCOLS = "System.Security.Authentication.SslProtocols";

  @Override
  public boolean wants(Member member) {
    return member.type().equals(TYPE) && member.name().contains("uthenticateAs");
  }

  @Override
  public void look(Call call, Found found) {
    if (call.callee().name().startsWith("End")) {
      return;
    }
    String member = TYPE + "." + call.callee().name();
    boolean server = call.callee().name().contains("Server");
    int protocols = call.callee().signature().parameters().indexOf(PROTOCOLS);
    if (protocols >= 0) {
      Optional<Api> side = server ? Optional.empty() : Optional.of(Api.SSL_STREAM);
      found.protocols(
          Role.STREAM_PROTOCOLS,
          member,
          side,
          found.change(call.argument(protocols, found), ""),
          call);
    } else if (!server && !takesOptions(call)) {
      found.use(Role.CLIENT, member, Optional.of(Api.SSL_STREAM), call);
    }
  }

  // Where the options give the protocols, that place is the one to tell.
  private static boolean takesOptions(Call call) {
    return call.callee().signature().parameters().stream()
        .anyMatch(p -> p.endsWith("AuthenticationOptions"));
  }
}
