package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.fold.Program;
import io.github.tlslift.dotnet.value.Value;
import io.github.tlslift.model.SwitchSetting;
import java.util.Optional;
import java.util.Set;

/** {@code AppContext.SetSwitch}. */
final class Switches implements Sink {
  private static final Set<String> WORDS = Set.of("SetSwitch");

  @Override
  public boolean mayFind(Program program) {
    return program.mentions(WORDS);
  }

  @Override
  public void look(Expr e, Place at, Found found) {
    if (e instanceof Expr.Call c
        && c.args().size() == 2
        && c.callee() instanceof Expr.Member m
        && m.name().equalsIgnoreCase("SetSwitch")
        && Text.endsWithName(m.target().path(), "AppContext")) {
      Optional<String> name = found.fold(c.args().get(0).value(), at).text();
      Value value = found.fold(c.args().get(1).value(), at);
      name.filter(n -> n.contains("System.Net") || n.contains("System.ServiceModel"))
          .ifPresent(n -> found.add(setting(n, value, c, at)));
    }
  }

  private static SwitchSetting setting(String name, Value value, Expr.Call c, Place at) {
    return new SwitchSetting(
        name,
        at.text(c.args().get(1).value()),
        value.flag(),
        SwitchSetting.Source.CODE,
        at.location(c));
  }
}
