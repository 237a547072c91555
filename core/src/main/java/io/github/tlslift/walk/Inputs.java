package io.github.tlslift.walk;

import io.github.tlslift.io.FileTree;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.io.Words;
import io.github.tlslift.model.Coverage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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

  private static final char AFTER_SLASH = '/' + 1;
  private static final Comparator<Input> BY_PATH = Comparator.comparing(Input::path);

  private final Origin origin;
  private final Words words;
  private final List<Input> files;
  private final List<String> paths;
  private final Map<String, String> byLowerCase;
  private final Set<String> folders = new HashSet<>();
  private final Set<String> opened = ConcurrentHashMap.newKeySet();
  private final int seen;
  private final int read;
  private final List<Coverage.Gap> gapsOfWalk;
  private final List<Coverage.Gap> gaps;

  Inputs(
      Origin origin, Words words, List<Input> files, int seen, int read, List<Coverage.Gap> gaps) {
    this.origin = origin;
    this.words = words;
    this.files = files.parallelStream().sorted(BY_PATH).toList();
    this.paths = this.files.stream().map(Input::path).toList();
    this.seen = seen;
    this.read = read;
    this.gapsOfWalk = List.copyOf(gaps);
    this.gaps = Collections.synchronizedList(new ArrayList<>(gaps));
    this.byLowerCase = byLowerCase(paths);
  }

  // Of paths that differ in case alone, the first counts.
  private static Map<String, String> byLowerCase(List<String> paths) {
    return paths.parallelStream()
        .collect(
            Collectors.toConcurrentMap(p -> p.toLowerCase(Locale.ROOT), p -> p, Inputs::first));
  }

  private static String first(String a, String b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  /**
   * Walks a folder, an archive or a file, and searches what holds code for words. A root that
   * cannot be opened is a gap like any other.
   */
  public static Inputs of(Path root, Words words) {
    try {
      if (Files.isDirectory(root)) {
        return new FolderWalk(root, words).inputs();
      }
      return ArchiveWalk.isArchive(root)
          ? new ArchiveWalk(root, words).inputs()
          : FileWalk.inputs(root, words);
    } catch (IOException e) {
      Coverage.Gap gap = new Coverage.Gap(FileWalk.name(root), Reasons.of(e));
      return new Inputs(
          p -> {
            throw new NoSuchFileException(p);
          },
          words,
          List.of(),
          1,
          0,
          List.of(gap));
    }
  }

  /**
   * The bytes of a single file, within the limit.
   *
   * @throws IOException with the reason in words
   */
  public static byte[] bytes(Path file) throws IOException {
    try {
      return FileWalk.bytes(file);
    } catch (IOException e) {
      throw new IOException(Reasons.of(e), e);
    }
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

  /** The bytes of a file; empty where there is none, or where it could not be read. */
  public Optional<byte[]> bytesOf(String path) {
    Optional<String> real = find(path);
    if (real.isEmpty()) {
      return Optional.empty();
    }
    opened.add(real.get());
    try {
      return Optional.of(origin.bytes(real.get()));
    } catch (IOException e) {
      gaps.add(new Coverage.Gap(real.get(), Reasons.of(e)));
      return Optional.empty();
    }
  }

  /** The bytes of a file that begins with some; empty of another or where there is none. */
  public Optional<byte[]> bytesOf(String path, byte[] begin) {
    try {
      Optional<String> real = find(path);
      Optional<byte[]> all =
          real.isEmpty() ? Optional.empty() : Optional.of(origin.bytes(real.get()));
      return all.filter(
          b ->
              b.length > begin.length && Arrays.equals(b, 0, begin.length, begin, 0, begin.length));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The same files, some with other bytes, and some that are not there yet. */
  public Inputs with(Map<String, byte[]> changed) {
    List<Input> all = new ArrayList<>(files);
    all.removeIf(f -> changed.containsKey(f.path()));
    changed.forEach((path, bytes) -> all.add(input(path, bytes)));
    Origin before = origin;
    Origin after = p -> changed.containsKey(p) ? changed.get(p) : before.bytes(p);
    return new Inputs(after, words, all, seen, read, gapsOfWalk);
  }

  private Input input(String path, byte[] bytes) {
    FileKind kind = FileKind.of(path);
    return new Input(path, kind, kind.isSource() ? Search.in(bytes, bytes.length, words) : 0);
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
    List<String> exact = paths.subList(position(folder + "/"), position(folder + AFTER_SLASH));
    return exact.isEmpty() ? underAnyCase(folder.toLowerCase(Locale.ROOT)) : exact;
  }

  // Most folders asked for are nowhere; a set says so at once.
  private List<String> underAnyCase(String folder) {
    if (!folders().contains(folder)) {
      return List.of();
    }
    int length = folder.length();
    return paths.stream()
        .filter(p -> p.length() > length && p.charAt(length) == '/')
        .filter(p -> p.regionMatches(true, 0, folder, 0, length))
        .toList();
  }

  private synchronized Set<String> folders() {
    if (folders.isEmpty()) {
      for (String path : paths) {
        String folder = TreePath.folder(path).toLowerCase(Locale.ROOT);
        while (!folder.isEmpty() && folders.add(folder)) {
          folder = TreePath.folder(folder);
        }
      }
    }
    return folders;
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
