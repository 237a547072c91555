package io.github.tlslift.walk;

import io.github.tlslift.io.Words;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.walk.Inputs.Input;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.atomic.AtomicInteger;

/** Walks a folder with all processors and searches each file of code on the way. */
final class FolderWalk {
  // Nothing in them is built: version control, caches of tools, what undo needs.
  private static final Set<String> LEFT_OUT =
      Set.of(".git", ".hg", ".svn", ".vs", "node_modules", ".tlslift");

  private final Path root;
  private final int prefix;
  private final Words words;
  private final Queue<Input> files = new ConcurrentLinkedQueue<>();
  private final Queue<Coverage.Gap> gaps = new ConcurrentLinkedQueue<>();
  private final AtomicInteger seen = new AtomicInteger();
  private final AtomicInteger read = new AtomicInteger();

  FolderWalk(Path root, Words words) {
    this.root = root;
    this.words = words;
    this.prefix = root.toString().isEmpty() ? 0 : root.toString().length() + 1;
  }

  Inputs inputs() throws IOException {
    try (DirectoryStream<Path> probe = Files.newDirectoryStream(root)) {
      ForkJoinPool.commonPool().invoke(new Folder(root, 0));
    }
    return new Inputs(
        p -> FileWalk.bytes(root.resolve(p)),
        words,
        new ArrayList<>(files),
        seen.get(),
        read.get(),
        new ArrayList<>(gaps));
  }

  private String path(Path file) {
    String text = file.toString();
    String relative = text.length() < prefix ? "" : text.substring(prefix);
    return file.getFileSystem().getSeparator().equals("/") ? relative : relative.replace('\\', '/');
  }

  private final class Folder extends RecursiveAction {
    private static final long serialVersionUID = 1L;

    private final transient Path folder;
    private final int depth;

    Folder(Path folder, int depth) {
      this.folder = folder;
      this.depth = depth;
    }

    @Override
    protected void compute() {
      List<Folder> inner = new ArrayList<>();
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          entry(entry, inner);
        }
      } catch (IOException e) {
        gap(folder, Reasons.of(e));
      } catch (DirectoryIteratorException e) {
        gap(folder, String.valueOf(e.getMessage()));
      }
      inner.forEach(Folder::join);
    }

    private void entry(Path entry, List<Folder> inner) throws IOException {
      BasicFileAttributes is =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (is.isDirectory()) {
        folder(entry, inner);
      } else if (is.isRegularFile()) {
        file(entry, is.size());
      } else if (is.isSymbolicLink()) {
        link(entry);
      } else {
        unopened(entry);
      }
    }

    private void folder(Path entry, List<Folder> inner) {
      if (LEFT_OUT.contains(String.valueOf(entry.getFileName()))) {
        return;
      }
      if (depth == Limits.DEPTH) {
        gap(entry, "nested deeper than " + Limits.DEPTH + " folders; not entered");
        return;
      }
      Folder next = new Folder(entry, depth + 1);
      inner.add(next);
      next.fork();
    }
  }

  private void file(Path file, long size) {
    seen.incrementAndGet();
    FileKind kind = FileKind.of(file.toString());
    if (kind == FileKind.OTHER) {
      return;
    }
    if (size > Limits.FILE && kind != FileKind.ASSEMBLY && kind != FileKind.SYMBOLS) {
      gap(file, Reasons.tooLarge(size, Limits.FILE));
      return;
    }
    try {
      int found = kind.isSource() ? Search.ofThread().in(file, size, words) : 0;
      read.addAndGet(kind.isSource() ? 1 : 0);
      files.add(new Input(path(file), kind, found));
    } catch (IOException e) {
      gap(file, Reasons.of(e));
    }
  }

  // A link is followed to a file only: what it leads to inside the root is met there anyway.
  private void link(Path link) {
    try {
      BasicFileAttributes is = Files.readAttributes(link, BasicFileAttributes.class);
      if (is.isRegularFile()) {
        file(link, is.size());
      } else if (!is.isDirectory()) {
        unopened(link);
      } else if (!link.toRealPath().startsWith(root.toRealPath())) {
        gap(link, "a link to a folder outside, " + link.toRealPath() + "; not followed");
      }
    } catch (IOException e) {
      if (FileKind.of(link.toString()) != FileKind.OTHER) {
        gap(link, "a link that leads nowhere");
      }
    }
  }

  // A pipe or a device: reading it may never end.
  private void unopened(Path entry) {
    if (FileKind.of(entry.toString()) != FileKind.OTHER) {
      gap(entry, Reasons.NEITHER);
    }
  }

  private void gap(Path file, String reason) {
    String path = path(file);
    gaps.add(new Coverage.Gap(path.isEmpty() ? "." : path, reason));
  }
}
