package io.github.tlslift.check;

import io.github.tlslift.dotnet.host.RegFile;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.model.RegistryValue;
import io.github.tlslift.resolve.RegistryReading;
import io.github.tlslift.resolve.RegistryState;
import io.github.tlslift.walk.Inputs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The registry exports of a machine.
 *
 * @param given whether there is any
 * @param values their values, in order
 * @param coverage those that could not be read to the end
 */
public record RegistryExports(boolean given, List<RegistryValue> values, Coverage coverage) {

  /** No export. */
  public static final RegistryExports NONE = new RegistryExports(false, List.of(), Coverage.NONE);

  /** Copies the values. */
  public RegistryExports {
    values = List.copyOf(values);
  }

  /** Reads the exports; one that is broken becomes a gap. */
  public static RegistryExports read(List<Path> files) {
    List<RegistryValue> values = new ArrayList<>();
    Coverage coverage = Coverage.NONE;
    for (Path file : files) {
      coverage = coverage.plus(read(file, values));
    }
    return new RegistryExports(!files.isEmpty(), values, coverage);
  }

  private static Coverage read(Path file, List<RegistryValue> into) {
    String name = file.toString().replace('\\', '/');
    try {
      RegFile.Contents read = RegFile.read(SourceText.of(name, Inputs.bytes(file)));
      into.addAll(read.values());
      return new Coverage(1, 1, read.gaps());
    } catch (IOException | MalformedInputException e) {
      return new Coverage(1, 0, List.of(new Coverage.Gap(name, String.valueOf(e.getMessage()))));
    }
  }

  /** What the resolver takes from them. */
  public RegistryState state() {
    return given ? RegistryReading.of(values) : RegistryState.NOT_GIVEN;
  }
}
