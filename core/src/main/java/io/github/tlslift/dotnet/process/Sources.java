package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.api.TriggerWords;
import io.github.tlslift.dotnet.source.SourceFacts;
import io.github.tlslift.dotnet.source.SourceFile;
import io.github.tlslift.dotnet.source.SourceReader;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.io.Words;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.walk.FileKind;
import io.github.tlslift.walk.Inputs;
import io.github.tlslift.walk.Inputs.Input;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The files of code, read once each, and what groups of them say together. */
final class Sources {
  private final Inputs inputs;
  private final Words words;
  private final int wanted;
  private final Map<String, Input> byPath = new HashMap<>();
  private final Kept kept = new Kept();
  private final Map<String, Coverage.Gap> gaps = new ConcurrentSkipListMap<>();
  private final Map<List<String>, SourceFacts> facts = new ConcurrentHashMap<>();

  /**
   * The files of code among the inputs.
   *
   * @param addresses whether the endpoints they name matter
   */
  Sources(Inputs inputs, boolean addresses) {
    this.inputs = inputs;
    this.words = inputs.words();
    this.wanted =
        TriggerWords.Kind.DECIDES.bit()
            | TriggerWords.Kind.CONNECTS.bit()
            | TriggerWords.Kind.HOSTED.bit()
            | (addresses ? TriggerWords.Kind.ADDRESSES.bit() : 0);
    inputs.files().stream()
        .filter(f -> f.kind().isSource())
        .map(Sources::asFarAsItRuns)
        .forEach(f -> byPath.put(f.path(), f));
  }

  private static Input asFarAsItRuns(Input file) {
    boolean inert = TriggerWords.Kind.INERT.isIn(file.words());
    return inert ? new Input(file.path(), file.kind(), 0) : file;
  }

  /** Every file of code. */
  Collection<Input> all() {
    return byPath.values();
  }

  /** What the files say as one program; those without a word of interest are passed over. */
  SourceFacts of(Collection<String> paths) {
    List<String> worth = worth(paths);
    SourceFacts known = facts.get(worth);
    if (known == null) {
      known = new Deepening(this, worth, paths).facts();
      facts.put(worth, known);
      known.gaps().forEach(this::add);
    }
    return known;
  }

  /** What one file says by itself, whatever words it has. */
  SourceFacts alone(String path) {
    return SourceReader.together(files(List.of(path)));
  }

  /** The files worth reading, sorted. */
  List<String> worth(Collection<String> paths) {
    return List.copyOf(new TreeSet<>(paths.stream().filter(this::isWorth).toList()));
  }

  private boolean isWorth(String path) {
    Input input = byPath.get(path);
    return input != null && ((input.words() & wanted) != 0 || input.kind() == FileKind.POWERSHELL);
  }

  /** The files, each with its blocks that have trigger words. */
  List<SourceFile> files(List<String> paths) {
    return paths.parallelStream().map(this::file).flatMap(Optional::stream).toList();
  }

  /** A file with its blocks that have trigger words or one of the names. */
  SourceFile deeper(SourceText text, Set<String> names) {
    return parsed(text, names);
  }

  /** The same, of a file that was not read before. */
  Optional<SourceFile> deeper(String path, Set<String> names) {
    return inputs.text(path).map(t -> deeper(t, names));
  }

  /** Those of the files that have one of the words. */
  List<String> having(Collection<String> paths, Words wanted) {
    return paths.parallelStream().filter(p -> inputs.has(p, wanted)).toList();
  }

  /** Whether the file has a word that bears on TLS, apart from where programs start. */
  boolean bears(String path) {
    Input input = byPath.get(path);
    return input != null && (input.words() & wanted) != 0;
  }

  /** Whether the file may start a program, as far as its words tell. */
  boolean mayStart(String path) {
    Input input = byPath.get(path);
    return input != null && TriggerWords.Kind.STARTS.isIn(input.words());
  }

  private Optional<SourceFile> file(String path) {
    Optional<SourceFile> known = kept.find(path);
    if (known.isPresent()) {
      return known;
    }
    Optional<SourceFile> read = inputs.text(path).map(t -> parsed(t, Set.of()));
    read.ifPresent(f -> keep(path, f));
    return read;
  }

  private void keep(String path, SourceFile file) {
    kept.keep(path, file);
    file.gaps().forEach(this::add);
  }

  private void add(Coverage.Gap gap) {
    gaps.put(gap.file() + gap.reason(), gap);
  }

  /** What of the files read could not be understood. */
  List<Coverage.Gap> gaps() {
    return List.copyOf(gaps.values());
  }

  private SourceFile parsed(SourceText text, Collection<String> names) {
    try {
      return SourceReader.parse(text, words, names);
    } catch (RuntimeException | StackOverflowError ownFault) {
      return OwnFaults.unread(text, ownFault);
    }
  }
}
