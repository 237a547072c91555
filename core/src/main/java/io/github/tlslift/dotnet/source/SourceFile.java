package io.github.tlslift.dotnet.source;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.lex.Skimmed;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.Coverage;
import java.util.Collection;
import java.util.List;

/**
 * A file that was read alone; several files make a program.
 *
 * @param codes a reading for each choice of {@code #if} branches
 * @param gaps what of it could not be read
 * @param skimmed what of the text was read
 */
public record SourceFile(
    SourceText text, List<Code> codes, List<Coverage.Gap> gaps, Skimmed skimmed) {

  /** Copies the lists. */
  public SourceFile {
    codes = List.copyOf(codes);
    gaps = List.copyOf(gaps);
  }

  /** A file of which nothing could be read. */
  public static SourceFile unread(SourceText text, String reason) {
    return new SourceFile(
        text,
        List.of(),
        List.of(new Coverage.Gap(text.file(), reason)),
        Skimmed.whole(text.text()));
  }

  /** Whether one of the names may stand in what was passed over. */
  public boolean hides(Collection<String> names) {
    return skimmed.hides(names);
  }
}
