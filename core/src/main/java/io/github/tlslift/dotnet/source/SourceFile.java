package io.github.tlslift.dotnet.source;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.model.Coverage;
import java.util.List;

/**
 * A file that was read alone; several files make a program.
 *
 * @param codes a reading for each choice of {@code #if} branches
 * @param gaps what of it could not be read
 */
public record SourceFile(List<Code> codes, List<Coverage.Gap> gaps) {

  /** Copies the lists. */
  public SourceFile {
    codes = List.copyOf(codes);
    gaps = List.copyOf(gaps);
  }

  static SourceFile unread(String file, String reason) {
    return new SourceFile(List.of(), List.of(new Coverage.Gap(file, reason)));
  }
}
