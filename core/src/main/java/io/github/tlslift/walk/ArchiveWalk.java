package io.github.tlslift.walk;

import io.github.tlslift.io.TreePath;
import io.github.tlslift.io.Words;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.walk.Inputs.Input;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Takes the files worth a look out of a zip, a NuGet package or a web deployment package. */
final class ArchiveWalk {
  private static final Set<String> EXTENSIONS = Set.of("zip", "nupkg", "vsix");

  private final Path archive;
  private final Words words;
  private final Map<String, byte[]> contents = new HashMap<>();
  private final List<Input> files = new ArrayList<>();
  private final List<Coverage.Gap> gaps = new ArrayList<>();
  private long total;
  private int seen;
  private int sources;

  ArchiveWalk(Path archive, Words words) {
    this.archive = archive;
    this.words = words;
  }

  static boolean isArchive(Path file) {
    return EXTENSIONS.contains(TreePath.extension(file.toString().replace('\\', '/')));
  }

  Inputs inputs() throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements() && seen < Limits.ARCHIVE_ENTRIES) {
        entry(zip, entries.nextElement());
      }
      if (entries.hasMoreElements()) {
        gap(".", "more than " + Limits.ARCHIVE_ENTRIES + " entries; the rest is not read");
      }
    } catch (ZipException | UncheckedIOException | IllegalArgumentException e) {
      gap(".", "the archive cannot be read further: " + e.getMessage());
    }
    return new Inputs(this::bytes, words, files, seen, sources, gaps);
  }

  private byte[] bytes(String path) throws IOException {
    byte[] bytes = contents.get(path);
    if (bytes == null) {
      throw new NoSuchFileException(path);
    }
    return bytes;
  }

  private void entry(ZipFile zip, ZipEntry entry) {
    if (entry.isDirectory()) {
      return;
    }
    seen++;
    Optional<String> path = TreePath.resolve("", entry.getName());
    if (path.isEmpty()) {
      gap(entry.getName(), "its path leads out of the archive; not read");
      return;
    }
    FileKind kind = FileKind.of(path.get());
    if (kind != FileKind.OTHER) {
      take(zip, entry, path.get(), kind);
    }
  }

  private void take(ZipFile zip, ZipEntry entry, String path, FileKind kind) {
    if (total > Limits.ARCHIVE - Limits.FILE) {
      gap(path, "the archive unpacks to more than " + (Limits.ARCHIVE >> 20) + " MiB; not read");
      return;
    }
    long most = Limits.FILE;
    if (entry.getCompressedSize() > 0) {
      most = Math.min(most, Math.max(1 << 20, entry.getCompressedSize() * Limits.RATIO));
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes((int) most + 1);
      if (bytes.length > most) {
        gap(path, "unpacks to more than " + most + " bytes; not read");
        return;
      }
      total += bytes.length;
      contents.put(path, bytes);
      sources += kind.isSource() ? 1 : 0;
      files.add(new Input(path, kind, Search.in(bytes, bytes.length, words)));
    } catch (IOException e) {
      gap(path, Reasons.of(e));
    }
  }

  private void gap(String path, String reason) {
    gaps.add(new Coverage.Gap(path, reason));
  }
}
