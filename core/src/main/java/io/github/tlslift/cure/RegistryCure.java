package io.github.tlslift.cure;

import io.github.tlslift.model.Clr;
import io.github.tlslift.model.Cure.Applicability;
import io.github.tlslift.model.Cure.Reach;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.resolve.RegistrySetting;
import io.github.tlslift.resolve.RegistrySetting.Kind;
import io.github.tlslift.resolve.RegistryState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sets values for the whole machine, both bitness views: the {@code registry-…} cures. */
final class RegistryCure implements Treatment {
  /** Schannel's own key, without which Windows 7, 2008 R2 and 2012 leave TLS 1.2 off by default. */
  static final String SCHANNEL_TLS12 = "schannel:TLS 1.2";

  private final String id;
  private final Clr clr;
  private final List<String> values;
  private final String restart;

  private RegistryCure(String id, Clr clr, String restart, List<String> values) {
    this.id = id;
    this.clr = clr;
    this.values = values;
    this.restart = restart;
  }

  static RegistryCure framework(String id, Clr clr, String... values) {
    return new RegistryCure(id, clr, "the programs", List.of(values));
  }

  static RegistryCure winHttp(String... more) {
    List<String> values =
        Stream.concat(Stream.of("DefaultSecureProtocols"), Stream.of(more)).toList();
    return new RegistryCure("winhttp-registry", Clr.NATIVE, "the machine", values);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Optional<Result> apply(Patient patient) {
    // P44: an App Service worker has no registry to edit.
    if (patient.process().clr() != clr || patient.process().host() == HostKind.APP_SERVICE) {
      return Optional.empty();
    }
    RegistryState state = patient.registry();
    for (String value : values) {
      state = state.with(setting(value));
    }
    return Optional.of(
        new Result(
            patient.with(state),
            "registry: " + title(),
            Applicability.REVIEW,
            needs(),
            List.of(others()),
            restart,
            List.of(),
            values.stream().map(v -> v + "=" + setting(v).value()).toList(),
            Reach.REGISTRY));
  }

  private RegistrySetting setting(String value) {
    if (value.equals(SCHANNEL_TLS12)) {
      return made(Kind.SCHANNEL, "tls1.2", "enabled");
    }
    return switch (clr) {
      case NATIVE -> made(Kind.WIN_HTTP, value, "0xA00");
      case CLR2 -> made(Kind.CLR2, value, "1");
      case CLR4, CORE -> made(Kind.CLR4, value, "1");
    };
  }

  private static RegistrySetting made(Kind kind, String name, String value) {
    return new RegistrySetting(kind, name, value, true, Optional.empty(), Optional.empty());
  }

  private String title() {
    List<String> each = values.stream().map(v -> v + "=" + setting(v).value()).toList();
    return String.join(" and ", each) + " (both views)";
  }

  private String needs() {
    return clr == Clr.CLR2
        ? "the 2016 TLS updates, or Windows 10 and later"
        : "administrator rights";
  }

  private String others() {
    return switch (clr) {
      case CLR2 -> "every .NET 2.0 to 3.5 program on the machine";
      case NATIVE -> "every WinHTTP caller on the machine";
      case CLR4, CORE -> "every .NET 4 program on the machine";
    };
  }
}
