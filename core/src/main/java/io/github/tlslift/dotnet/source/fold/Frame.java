package io.github.tlslift.dotnet.source.fold;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * A call being followed: the parameters of the member have the values of its arguments.
 *
 * @param args the arguments, for an extension method with what it is called on first
 */
record Frame(Scope member, List<Expr.Arg> args, Expr site, Scope scope, Code code) {

  static Frame of(Scope member, Expr.Call call, Scope scope, Code code) {
    return new Frame(member, arguments(member, call), call, scope, code);
  }

  /** The arguments as the member's parameters see them. */
  static List<Expr.Arg> arguments(Scope member, Expr.Call call) {
    boolean extension =
        (member.has("extension") || member.has("[Extension]"))
            && call.args().size() < member.parameters().size()
            && call.callee() instanceof Expr.Member;
    if (!extension || !(call.callee() instanceof Expr.Member m)) {
      return call.args();
    }
    List<Expr.Arg> all = new ArrayList<>(List.of(new Expr.Arg("", m.target())));
    all.addAll(call.args());
    return all;
  }
}
