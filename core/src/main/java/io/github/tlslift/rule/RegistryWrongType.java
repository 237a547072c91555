package io.github.tlslift.rule;

import io.github.tlslift.model.Finding;
import io.github.tlslift.model.RegistryValue;
import io.github.tlslift.model.Severity;
import io.github.tlslift.rule.RegistryPlace.Kind;
import java.util.stream.Stream;

/** Flags a registry value of a type that is not read: nobody says so, it has no effect. */
final class RegistryWrongType implements Rule {
  @Override
  public String id() {
    return "registry-wrong-type";
  }

  @Override
  public Stream<Finding> check(Diagnosis d) {
    return d.registryValues()
        .filter(RegistryWrongType::isWrong)
        .map(v -> RegistryPlaces.finding(id(), Severity.WARNING, v, message(v), d));
  }

  /** Whether the setting is read only in another type. */
  static boolean isWrong(RegistryValue v) {
    Kind kind = RegistryPlace.of(v).kind();
    return kind != Kind.NONE && !v.type().equals(needed(kind));
  }

  private static String needed(Kind kind) {
    return kind == Kind.APP_CONTEXT ? "REG_SZ" : "REG_DWORD";
  }

  private static String message(RegistryValue v) {
    String needed = needed(RegistryPlace.of(v).kind());
    return RegistryPlaces.said(v)
        + " is a "
        + v.type()
        + " and is ignored without a word; it must be a "
        + needed
        + (needed.equals("REG_SZ") ? " of true or false" : "");
  }
}
