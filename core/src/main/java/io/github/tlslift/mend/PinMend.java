package io.github.tlslift.mend;

import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.edit.Edit;
import io.github.tlslift.edit.NotEditableException;
import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Cure;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.Protocols;
import io.github.tlslift.model.Role;
import io.github.tlslift.model.TargetFramework;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.resolve.FrameworkVersion;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes pins out of code, or lets them have TLS 1.2 as well. */
final class PinMend implements Mend {
  private static final Pattern SSL_TYPE = Pattern.compile("([\\w.:]*SslProtocols)(?:\\]::|\\.)\\w");
  private static final String FULL_TYPE = "System.Security.Authentication.SslProtocols";

  /** What becomes of a pin. */
  enum Kind {
    REMOVE,
    WIDEN
  }

  private final Kind kind;

  PinMend(Kind kind) {
    this.kind = kind;
  }

  @Override
  public void edit(Process process, Cure cure, Draft draft) throws NotEditableException {
    List<ApiUse> pins =
        process.apiUses().stream()
            .filter(u -> u.operation() == Operation.SET && cure.at().contains(u.location()))
            .filter(PinMend::isPin)
            .toList();
    for (ApiUse pin : pins) {
      edit(pin, process, draft);
    }
  }

  private static boolean isPin(ApiUse use) {
    return use.value().possible().stream()
        .anyMatch(m -> m != 0 && !new Protocols(m).contains(TlsVersion.TLS12));
  }

  private void edit(ApiUse pin, Process process, Draft draft) throws NotEditableException {
    String path = pin.location().file();
    if (path.toLowerCase(java.util.Locale.ROOT).endsWith(".config")) {
      BindingMend.edit(pin, kind, draft);
      return;
    }
    Signed.refuse(draft.text(path));
    CodePlace place = CodePlace.find(draft.text(path), pin.location());
    if (pin.role() == Role.PROCESS_PROTOCOLS) {
      draft.edit(path, kind == Kind.REMOVE ? Statements.remove(place) : guarded(place, process));
    } else if (kind == Kind.REMOVE && place.expr() instanceof Expr.Assign) {
      draft.edit(path, place.member() ? Statements.removeMember(place) : Statements.remove(place));
    } else {
      Expr value = place.value();
      draft.edit(path, new Edit(value.start(), value.end(), value(value, place)));
    }
  }

  private String value(Expr value, CodePlace place) {
    Phrases phrases = Phrases.of(place.language());
    String text = place.text(value);
    if (kind == Kind.REMOVE) {
      return value instanceof Expr.Str ? named(place, text) : phrases.none(sslType(text));
    }
    String widened = phrases.widened(value, text, sslType(text));
    boolean among = place.expr() instanceof Expr.Call && phrases == Phrases.POWERSHELL;
    return among && !(value instanceof Expr.Str) ? "(" + widened + ")" : widened;
  }

  // WebSslProtocol of a command has Default where SslProtocols has None, and no None.
  private static String named(CodePlace place, String text) {
    boolean command = ((Expr.Call) place.expr()).arg("SslProtocol").isPresent();
    String quote = text.startsWith("'") || text.startsWith("\"") ? text.substring(0, 1) : "";
    return quote + (command ? "Default" : "None") + quote;
  }

  private static String sslType(String value) {
    Matcher named = SSL_TYPE.matcher(value);
    return named.find() ? named.group(1) : FULL_TYPE;
  }

  private static Edit guarded(CodePlace place, Process process) throws NotEditableException {
    return Statements.replace(
        place,
        (property, between) ->
            Phrases.of(place.language())
                .guarded(property, type(property), isNamed(process), between));
  }

  /** The enumeration of a property, by the same way that the property is named. */
  static String type(String property) {
    int manager = property.lastIndexOf("ServicePointManager");
    boolean plain =
        manager >= 0 && property.matches("[\\w.]*\\bServicePointManager\\.SecurityProtocol");
    return (plain ? property.substring(0, manager) : "System.Net.") + "SecurityProtocolType";
  }

  /** Whether the framework that code is built against has a name for TLS 1.2 (4.5 and later). */
  static boolean isNamed(Process process) {
    Optional<FrameworkVersion> target =
        process
            .target()
            .filter(TargetFramework::isFramework)
            .flatMap(t -> FrameworkVersion.parse(t.version()));
    return process.host() != HostKind.ASPNET && target.filter(v -> v.isAtLeast("4.5")).isPresent();
  }

  /** Takes out a statement that comes too late. */
  static void remove(Location at, Draft draft) throws NotEditableException {
    CodePlace place = CodePlace.find(draft.text(at.file()), at);
    draft.edit(at.file(), Statements.remove(place));
  }
}
