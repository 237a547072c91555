package io.github.tlslift.dotnet.assembly.sink;

import io.github.tlslift.dotnet.api.ProtocolProperties;
import io.github.tlslift.dotnet.assembly.metadata.Member;
import java.util.Optional;

/** {@code SslProtocols} of a handler, a binding or authentication options. */
final class ObjectProtocols implements Sink {
  @Override
  public boolean wants(Member member) {
    return member.name().startsWith("set_") && property(member).isPresent();
  }

  private static Optional<ProtocolProperties.Property> property(Member member) {
    return ProtocolProperties.find(member.simpleType(), member.name().substring(4))
        .filter(p -> p.type().equals(member.type()));
  }

  @Override
  public void look(Call call, Found found) {
    property(call.callee())
        .ifPresent(
            p ->
                found.protocols(
                    p.role(),
                    p.qualified(),
                    p.api(),
                    found.change(call.last(found), p.qualified()),
                    call));
  }
}
