package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.config.AppSettingsJson;
import io.github.tlslift.dotnet.config.RuntimeConfig;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.model.Destination;
import io.github.tlslift.model.SwitchSetting;
import io.github.tlslift.walk.Inputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The JSON settings beside a project: addresses and switches. */
final class JsonConfigs {
  private final Inputs inputs;
  private final Map<String, Coverage.Gap> gaps = new TreeMap<>();

  JsonConfigs(Inputs inputs) {
    this.inputs = inputs;
  }

  /** The addresses in {@code appsettings*.json} of a folder. */
  synchronized List<Destination> destinations(String folder) {
    List<Destination> all = new ArrayList<>();
    for (SourceText file : files(folder)) {
      if (AppSettingsJson.is(file.file())) {
        attempt(file, f -> all.addAll(AppSettingsJson.destinations(f)));
      }
    }
    return all;
  }

  /** The switches in the runtime configuration of a folder. */
  synchronized List<SwitchSetting> switches(String folder) {
    List<SwitchSetting> all = new ArrayList<>();
    for (SourceText file : files(folder)) {
      if (RuntimeConfig.is(file.file())) {
        attempt(file, f -> all.addAll(RuntimeConfig.read(f).properties()));
      }
    }
    return all;
  }

  private List<SourceText> files(String folder) {
    return inputs.under(folder).stream()
        .filter(p -> p.endsWith(".json") && TreePath.folder(p).equals(folder))
        .flatMap(p -> inputs.text(p).stream())
        .toList();
  }

  private interface Reading {
    void of(SourceText file) throws MalformedInputException;
  }

  private void attempt(SourceText file, Reading reading) {
    try {
      reading.of(file);
    } catch (MalformedInputException e) {
      gaps.put(file.file(), new Coverage.Gap(file.file(), String.valueOf(e.getMessage())));
    }
  }

  /** What could not be read. */
  synchronized List<Coverage.Gap> gaps() {
    return List.copyOf(gaps.values());
  }
}
