package io.github.tlslift.dotnet.assembly.sink;

import io.github.tlslift.dotnet.assembly.metadata.Member;
import io.github.tlslift.model.SwitchSetting;
import java.util.Optional;

/** {@code AppContext.SetSwitch}. */
final class Switches implements Sink {
  @Override
  public boolean wants(Member member) {
    return member.qualified().equals("System.AppContext.SetSwitch");
  }

  @Override
  public void look(Call call, Found found) {
    Optional<Boolean> value = call.argument(1, found).value().number().map(n -> n != 0);
    call.argument(0, found)
        .value()
        .text()
        .filter(n -> n.contains("System.Net") || n.contains("System.ServiceModel"))
        .ifPresent(
            n ->
                found.add(
                    new SwitchSetting(
                        n,
                        value.map(String::valueOf).orElse("not known"),
                        value,
                        SwitchSetting.Source.CODE,
                        found.location(call.site()))));
  }
}
