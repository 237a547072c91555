package io.github.tlslift.cli;

import io.github.tlslift.edit.NotEditableException;
import io.github.tlslift.mend.ProxyConfig;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;

/** A copy of a program's folder in which its config file names the tap as proxy. */
final class ConfiguredCopy implements AutoCloseable {
  private final Path program;
  private final Path folder;
  private final Path copy;

  private ConfiguredCopy(Path program, Path copy) {
    this.program = program;
    Path parent = program.toAbsolutePath().getParent();
    this.folder = parent == null ? program.toAbsolutePath() : parent;
    this.copy = copy;
  }

  /** Copies the folder of the first word that is an executable of .NET. */
  static ConfiguredCopy of(List<String> command, String proxy) {
    Path program =
        command.stream()
            .filter(w -> w.toLowerCase(Locale.ROOT).endsWith(".exe"))
            .map(Path::of)
            .filter(Files::isRegularFile)
            .findFirst()
            .orElseThrow(() -> new WrongUse("--with-config needs a program.exe in the command"));
    try {
      ConfiguredCopy made =
          new ConfiguredCopy(program, Files.createTempDirectory("tlslift-verify"));
      made.copyAll();
      made.configure(proxy);
      return made;
    } catch (IOException | NotEditableException e) {
      throw new WrongUse("cannot copy " + program + " with its config: " + e.getMessage());
    }
  }

  /** The command that runs the copy. */
  List<String> command(List<String> command) {
    return Child.replaced(command, program, copied(program.toAbsolutePath()));
  }

  private Path copied(Path file) {
    return copy.resolve(folder.relativize(file).toString());
  }

  private void copyAll() throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a)
              throws IOException {
            Files.createDirectories(copied(dir));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
            if (a.isRegularFile()) {
              Files.copy(file, copied(file));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void configure(String proxy) throws IOException, NotEditableException {
    Path config =
        copied(program.toAbsolutePath()).resolveSibling(program.getFileName() + ".config");
    byte[] bytes =
        Files.exists(config)
            ? ProxyConfig.in(config.toString(), Files.readAllBytes(config), proxy)
            : ProxyConfig.alone(proxy);
    Files.write(config, bytes);
  }

  @Override
  public void close() {
    try {
      Files.walkFileTree(
          copy,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                Path dir, @org.jspecify.annotations.Nullable IOException e) throws IOException {
              Files.delete(dir);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
