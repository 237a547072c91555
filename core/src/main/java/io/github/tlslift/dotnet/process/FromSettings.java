package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.api.ProtocolMembers;
import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.ConfigFile;
import io.github.tlslift.model.FoldedValue;
import io.github.tlslift.model.Setting;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Places whose value is an {@code appSettings} entry, given what the config file in force says. */
final class FromSettings {
  private static final String REASON = "appSettings:";

  private FromSettings() {}

  static List<ApiUse> filled(List<ApiUse> uses, Optional<ConfigFile> config) {
    return config.isEmpty() ? uses : uses.stream().map(u -> filled(u, config.get())).toList();
  }

  private static ApiUse filled(ApiUse use, ConfigFile config) {
    return use.value()
        .unknown()
        .filter(r -> r.startsWith(REASON))
        .flatMap(r -> setting(r.substring(REASON.length()), config))
        .map(Setting::value)
        .flatMap(ProtocolMembers::parse)
        .map(n -> use.with(use.role(), use.operation(), value(use.value(), n)))
        .orElse(use);
  }

  // NameValueCollection compares keys without regard to case.
  private static Optional<Setting> setting(String key, ConfigFile config) {
    return config.appSettings().stream()
        .filter(s -> s.key().equalsIgnoreCase(key))
        .reduce((first, last) -> last);
  }

  private static FoldedValue value(FoldedValue before, int number) {
    TreeSet<Integer> possible = new TreeSet<>(before.possible());
    possible.add(number);
    return new FoldedValue(possible, Optional.empty());
  }
}
