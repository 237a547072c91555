package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.config.ConfigReading;
import io.github.tlslift.dotnet.config.WebConfig;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.walk.FileKind;
import io.github.tlslift.walk.Inputs;
import io.github.tlslift.walk.Inputs.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The configuration in force for web applications: what they inherit and transform included. */
final class WebConfigs {
  private static final String NAME = "web.config";

  private final Inputs inputs;
  private final List<SourceText> machine;
  private final List<Coverage.Gap> gaps = new ArrayList<>();

  WebConfigs(Inputs inputs) {
    this.inputs = inputs;
    this.machine =
        inputs
            .files(FileKind.CONFIG)
            .map(Input::path)
            .filter(p -> TreePath.name(p).equalsIgnoreCase("machine.config"))
            .limit(1)
            .flatMap(p -> inputs.text(p).stream())
            .toList();
  }

  /**
   * What holds for the application of a folder; empty where it has no web.config or a broken one.
   */
  Optional<ConfigReading> of(String folder) {
    if (inputs.find(in(folder, NAME)).isEmpty()) {
      return Optional.empty();
    }
    WebConfig.Place place = new WebConfig.Place(machine, "", siteRoot(folder), folder);
    try {
      ConfigReading reading = WebConfig.read(inputs, place, published(folder));
      gaps.addAll(reading.gaps());
      return Optional.of(reading);
    } catch (MalformedInputException e) {
      gaps.add(new Coverage.Gap(in(folder, NAME), String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  // The highest folder above that has a web.config too: settings come down from there.
  private String siteRoot(String folder) {
    String root = folder;
    String up = folder;
    while (!up.isEmpty()) {
      up = TreePath.folder(up);
      root = inputs.find(in(up, NAME)).isPresent() ? up : root;
    }
    return root;
  }

  // What is published is the Release configuration (Microsoft: Web.config transformation syntax).
  private List<String> published(String folder) {
    return inputs.find(in(folder, "Web.Release.config")).stream().toList();
  }

  private static String in(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  /** Whether a path is a web.config. */
  static boolean is(String path) {
    return TreePath.name(path).toLowerCase(Locale.ROOT).equals(NAME);
  }

  /** What could not be read. */
  List<Coverage.Gap> gaps() {
    return gaps.stream().distinct().toList();
  }
}
