package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.fold.Program;
import io.github.tlslift.dotnet.source.fold.Types;
import io.github.tlslift.model.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Callbacks and options that accept any server certificate. */
final class Validation implements Sink {
  private static final Set<String> WORDS =
      Set.of(
          "CertificateValidation",
          "CertificateCustomValidation",
          "CertificatePolicy",
          "SslStream",
          "SkipCertificateCheck");
  private static final Set<String> PROPERTIES =
      Set.of(
          "servercertificatevalidationcallback",
          "servercertificatecustomvalidationcallback",
          "remotecertificatevalidationcallback",
          "servercertificatevalidation",
          "servercertificatecustomvalidation");
  private static final String ANYTHING = "DangerousAcceptAnyServerCertificateValidator";

  @Override
  public boolean mayFind(Program program) {
    return program.mentions(WORDS);
  }

  @Override
  public void look(Expr e, Place at, Found found) {
    if (e instanceof Expr.Assign a) {
      assigned(a, at, found);
    } else if (e instanceof Expr.New n && Text.endsWithName(n.simpleType(), "SslStream")) {
      n.args().stream()
          .skip(2)
          .map(Expr.Arg::value)
          .filter(v -> accepts(v, at, found))
          .findFirst()
          .ifPresent(v -> note("System.Net.Security.SslStream", n, at, found));
    } else if (e instanceof Expr.Call c
        && c.arg("SkipCertificateCheck").filter(v -> isTrue(v, at, found)).isPresent()) {
      note(c.lastName() + " -SkipCertificateCheck", c, at, found);
    }
  }

  private static void assigned(Expr.Assign a, Place at, Found found) {
    String name = a.target().lastName();
    String lower = name.toLowerCase(Locale.ROOT);
    if (PROPERTIES.contains(lower) && !a.op().equals("-=") && accepts(a.value(), at, found)) {
      note(name, a, at, found);
    } else if (lower.equals("certificatepolicy") && policyAccepts(a.value(), at, found)) {
      note(name, a, at, found);
    }
  }

  private static void note(String member, Expr e, Place at, Found found) {
    found.use(Role.VALIDATION_OFF, member, Optional.empty(), e, at.location(e), at);
  }

  private static boolean isTrue(Expr e, Place at, Found found) {
    return found.fold(e, at).flag().filter(f -> f).isPresent();
  }

  private static boolean accepts(Expr e, Place at, Found found) {
    return found.folder().following(() -> followed(e, at, found));
  }

  private static boolean followed(Expr e, Place at, Found found) {
    if (e instanceof Expr.Lambda l) {
      return lambdaAccepts(l, at.code(), found);
    }
    if (e instanceof Expr.New n && n.args().size() == 1) {
      return accepts(n.args().get(0).value(), at, found);
    }
    if (e instanceof Expr.Cast c) {
      return accepts(c.operand(), at, found);
    }
    if (e.lastName().equals(ANYTHING)) {
      return true;
    }
    if (e instanceof Expr.Binary b && b.op().equals("+")) {
      return accepts(b.right(), at, found);
    }
    if (e instanceof Expr.Call c && c.args().size() == 1 && !c.lastName().isEmpty()) {
      return accepts(c.args().get(0).value(), at, found);
    }
    return methodAccepts(e.lastName(), at, found) || definitionAccepts(e, at, found);
  }

  private static boolean definitionAccepts(Expr e, Place at, Found found) {
    Expr defined = found.folder().definition(e, at.scope(), at.code());
    return defined != e && defined instanceof Expr.Lambda l && lambdaAccepts(l, at.code(), found);
  }

  private static boolean lambdaAccepts(Expr.Lambda l, Code code, Found found) {
    if (l.body().isPresent()) {
      return found.folder().fold(l.body().get(), l.scope(), code).flag().filter(f -> f).isPresent();
    }
    if (code.language() == Code.Language.POWERSHELL) {
      List<Expr> all =
          code.statements().stream()
              .filter(s -> s.scope() == l.scope())
              .map(s -> s.value())
              .toList();
      return !all.isEmpty() && all.get(all.size() - 1) instanceof Expr.Bool b && b.value();
    }
    return alwaysTrue(found.folder().program().returns(l.scope()), found);
  }

  private static boolean methodAccepts(String name, Place at, Found found) {
    if (name.isEmpty()) {
      return false;
    }
    Program program = found.folder().program();
    List<Program.Named> members = program.members(name, at.code());
    return !members.isEmpty()
        && members.stream().allMatch(m -> alwaysTrue(program.returns(m.scope()), found));
  }

  private static boolean alwaysTrue(List<Program.Site<Expr>> returns, Found found) {
    return !returns.isEmpty()
        && returns.stream().allMatch(r -> isPlain(r.expr()))
        && returns.stream()
            .map(r -> found.folder().fold(r.expr(), r.scope(), r.code()))
            .allMatch(v -> v.unknown().isEmpty() && v.flag().filter(f -> f).isPresent());
  }

  // A comparison is never always true; following its names would read half the program.
  private static boolean isPlain(Expr e) {
    if (e instanceof Expr.Binary b) {
      return b.op().equals("||") || b.op().equals("|")
          ? isPlain(b.left()) || isPlain(b.right())
          : b.op().startsWith("&") && isPlain(b.left()) && isPlain(b.right());
    }
    if (e instanceof Expr.Unary u) {
      return isPlain(u.operand());
    }
    return !(e instanceof Expr.Call c && c.callee() instanceof Expr.Member);
  }

  // An ICertificatePolicy whose CheckValidationResult gives true.
  private static boolean policyAccepts(Expr e, Place at, Found found) {
    return found.folder().following(() -> policyFollowed(e, at, found));
  }

  private static boolean policyFollowed(Expr e, Place at, Found found) {
    Program program = found.folder().program();
    String type = new Types(program).of(e, at.scope(), at.code());
    List<Program.Named> policies =
        program.members("CheckValidationResult", at.code()).stream()
            .filter(m -> isIn(m.scope(), type))
            .toList();
    return policies.isEmpty()
        ? type.toLowerCase(Locale.ROOT).contains("trustall")
        : policies.stream().allMatch(m -> alwaysTrue(program.returns(m.scope()), found));
  }

  private static boolean isIn(Scope member, String type) {
    Scope declaring = member.nearest(Scope.Kind.TYPE);
    return declaring != null && declaring.name().equals(type);
  }
}
