package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.source.SourceFacts;
import io.github.tlslift.dotnet.source.SourceFile;
import io.github.tlslift.io.SourceText;
import java.util.List;
import java.util.function.Function;

/** A mistake of a reader costs the file it was made on, and is said; the other files are read. */
final class OwnFaults {
  private OwnFaults() {}

  /** What files say together; one that cannot be read even alone is left out. */
  static SourceFacts contained(
      List<SourceFile> files, Function<List<SourceFile>, SourceFacts> reader) {
    try {
      return reader.apply(files);
    } catch (RuntimeException | StackOverflowError ownFault) {
      return reader.apply(files.stream().map(f -> alone(f, reader)).toList());
    }
  }

  private static SourceFile alone(SourceFile file, Function<List<SourceFile>, SourceFacts> reader) {
    try {
      SourceFacts unused = reader.apply(List.of(file));
      return file;
    } catch (RuntimeException | StackOverflowError ownFault) {
      return unread(file.text(), ownFault);
    }
  }

  /** A file of which nothing is known but the mistake. */
  static SourceFile unread(SourceText text, Throwable ownFault) {
    return SourceFile.unread(text, "our own fault, please report it: " + ownFault);
  }
}
