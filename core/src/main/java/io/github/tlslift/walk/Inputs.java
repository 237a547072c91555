package io.github.tlslift.walk;

import io.github.tlslift.io.FileTree;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.io.Words;
import io.github.tlslift.model.Coverage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What the walk found: every file by path, which of them are worth opening, and what is missing.
 */
public final class Inputs implements FileTree {

  /**
   * A file worth a look.
   *
   * @param words the bits of the classes of words it has; 0 where it holds no code
   */
  public record Input(String path, FileKind kind, int words) {}

  private static final Comparator<Input> BY_PATH = Comparator.comparing(Input::path);

  private final Origin origin;
  private final Words words;
  private final List<Input> files;
  private final List<String> paths;
  private final Map<String, String> byLowerCase = new HashMap<>();
  private final Set<String> opened = ConcurrentHashMap.newKeySet();
  private final int seen;
  private final int read;
  private final List<Coverage.Gap> gaps;

  Inputs(
      Origin origin, Words words, List<Input> files, int seen, int read, List<Coverage.Gap> gaps) {
    this.origin = origin;
    this.words = words;
    this.files = files.stream().sorted(BY_PATH).toList();
    this.paths = this.files.stream().map(Input::path).toList();
    this.seen = seen;
    this.read = read;
    this.gaps = Collections.synchronizedList(new ArrayList<>(gaps));
    paths.forEach(p -> byLowerCase.putIfAbsent(p.toLowerCase(Locale.ROOT), p));
  }

  /**
   * Walks a folder, an archive or a file, and searches what holds code for words.
   *
   * @throws IOException where the root itself cannot be opened
   */
  public static Inputs of(Path root, Words words) throws IOException {
    if (Files.isDirectory(root)) {
      return new FolderWalk(root, words).inputs();
    }
    return ArchiveWalk.isArchive(root)
        ? new ArchiveWalk(root, words).inputs()
        : FileWalk.inputs(root, words);
  }

  /** What the files of code were searched for. */
  public Words words() {
    return words;
  }

  /** The files whose names say that they may bear on TLS, sorted by path. */
  public List<Input> files() {
    return files;
  }

  /** Those of a kind. */
  public Stream<Input> files(FileKind kind) {
    return files.stream().filter(f -> f.kind() == kind);
  }

  @Override
  public Optional<SourceText> text(String path) {
    Optional<String> real = find(path);
    if (real.isEmpty()) {
      return Optional.empty();
    }
    opened.add(real.get());
    try {
      return Optional.of(SourceText.of(real.get(), origin.bytes(real.get())));
    } catch (IOException e) {
      gaps.add(new Coverage.Gap(real.get(), Reasons.of(e)));
      return Optional.empty();
    }
  }

  /** Whether a file has one of the words; false where it cannot be read. */
  public boolean has(String path, Words wanted) {
    try {
      byte[] bytes = origin.bytes(path);
      return Search.in(bytes, bytes.length, wanted) != 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Optional<String> find(String path) {
    return Optional.ofNullable(byLowerCase.get(path.toLowerCase(Locale.ROOT)));
  }

  @Override
  public List<String> under(String folder) {
    if (folder.isEmpty()) {
      return paths;
    }
    return paths.subList(position(folder + "/"), position(folder + (char) ('/' + 1)));
  }

  private int position(String path) {
    int found = Collections.binarySearch(paths, path);
    return found < 0 ? -found - 1 : found;
  }

  /** What was met, what was read, and what could not be. */
  public Coverage coverage() {
    long more = opened.stream().filter(p -> !FileKind.of(p).isSource()).count();
    return new Coverage(seen, read + (int) more, gaps);
  }
}
