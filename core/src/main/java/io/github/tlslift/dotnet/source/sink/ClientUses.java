package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.api.Clients;
import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.fold.Program;
import io.github.tlslift.dotnet.source.fold.Types;
import io.github.tlslift.model.Api;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Role;
import java.util.Optional;

/** Objects and commands that open connections with the defaults in force. */
final class ClientUses implements Sink {
  @Override
  public void look(Expr e, Place at, Found found) {
    Program program = found.folder().program();
    if (e instanceof Expr.New n) {
      created(program.simpleName(n.simpleType(), at.code()), n, at.location(n), at, found);
    } else if (e instanceof Expr.Call c) {
      called(c, at, found);
    } else if (e instanceof Expr.Assign a && Text.is(a.target().lastName(), "EnableSsl", true)) {
      enableSsl(a, at, found);
    }
  }

  private static void created(String type, Expr e, Location l, Place at, Found found) {
    Program program = found.folder().program();
    if (program.types(type, at.code()).isEmpty()) {
      Clients.ofType(type)
          .ifPresent(c -> found.use(Role.CLIENT, c.name(), Optional.of(c.api()), e, l, at));
    } else {
      program.types(type, at.code()).stream()
          .flatMap(t -> t.scope().bases().stream())
          .map(b -> Clients.ofBase(simple(b)))
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresent(c -> found.use(Role.CLIENT, c.name(), Optional.of(c.api()), e, l, at));
    }
  }

  /** The name of a type without its namespace and its type arguments. */
  static String simple(String type) {
    int angle = type.indexOf('<');
    String bare = angle < 0 ? type : type.substring(0, angle);
    return bare.substring(bare.lastIndexOf('.') + 1);
  }

  private static void called(Expr.Call c, Place at, Found found) {
    // F# writes creations like calls: what is known as a call is none.
    Optional<Clients.Client> known =
        c.callee() instanceof Expr.Member m ? known(m, at, found) : Optional.empty();
    if (known.isPresent()) {
      known.ifPresent(
          k -> found.use(Role.CLIENT, k.name(), Optional.of(k.api()), c, at.location(c), at));
      return;
    }
    String created = new Types(found.folder().program()).of(c, at.scope(), at.code());
    if (!created.isEmpty()) {
      created(created, c, at.location(c), at, found);
      return;
    }
    if (at.code().language() == Code.Language.POWERSHELL && c.arg("SslProtocol").isEmpty()) {
      Clients.ofCommand(c.lastName())
          .ifPresent(
              k -> found.use(Role.CLIENT, k.name(), Optional.of(k.api()), c, at.location(c), at));
    }
  }

  private static Optional<Clients.Client> known(Expr.Member m, Place at, Found found) {
    String type = found.folder().program().simpleName(m.target().path(), at.code());
    return Clients.ofCall(simple(type) + "." + m.name());
  }

  // FtpWebRequest and SmtpClient use TLS only with EnableSsl.
  private static void enableSsl(Expr.Assign a, Place at, Found found) {
    if (found.fold(a.value(), at).flag().filter(f -> !f).isPresent()) {
      return;
    }
    String type =
        a.target() instanceof Expr.Member m ? found.typeOf(m.target(), at) : at.owner().orElse("");
    boolean ftp = Text.endsWithName(type, "FtpWebRequest");
    found.use(
        Role.CLIENT,
        ftp ? "System.Net.FtpWebRequest.EnableSsl" : "System.Net.Mail.SmtpClient.EnableSsl",
        Optional.of(ftp ? Api.FTP_WEB_REQUEST : Api.SMTP_CLIENT),
        a,
        at.location(a),
        at);
  }
}
