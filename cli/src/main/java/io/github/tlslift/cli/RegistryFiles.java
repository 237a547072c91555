package io.github.tlslift.cli;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.model.RegistryValue;
import io.github.tlslift.resolve.RegistryReading;
import io.github.tlslift.resolve.RegistryState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The registry exports named on the command line.
 *
 * @param given whether any was named
 * @param values their values, in order
 * @param coverage those that could not be read to the end
 */
record RegistryFiles(boolean given, List<RegistryValue> values, Coverage coverage) {

  /** Copies the values. */
  RegistryFiles {
    values = List.copyOf(values);
  }

  /** Reads the exports; one that is broken becomes a gap. */
  static RegistryFiles read(List<Path> files, Readers readers) {
    List<RegistryValue> values = new ArrayList<>();
    Coverage coverage = Coverage.NONE;
    for (Path file : files) {
      coverage = coverage.plus(read(file, readers, values));
    }
    return new RegistryFiles(!files.isEmpty(), values, coverage);
  }

  private static Coverage read(Path file, Readers readers, List<RegistryValue> into) {
    if (!Files.isRegularFile(file)) {
      throw new WrongUse("there is no file " + file + "; name an export made with reg export");
    }
    try {
      into.addAll(readers.registry(file));
      return new Coverage(1, 1, List.of());
    } catch (IOException | MalformedInputException e) {
      return new Coverage(1, 0, List.of(new Coverage.Gap(file.toString(), reason(e))));
    }
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  /** What the resolver takes from them. */
  RegistryState state() {
    return given ? RegistryReading.of(values) : RegistryState.NOT_GIVEN;
  }

  /** Together with other values. */
  List<RegistryValue> and(List<RegistryValue> others) {
    return Stream.concat(values.stream(), others.stream()).toList();
  }
}
