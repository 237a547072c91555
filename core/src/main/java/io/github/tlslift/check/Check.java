package io.github.tlslift.check;

import io.github.tlslift.dotnet.api.TriggerWords;
import io.github.tlslift.dotnet.process.ProcessReader;
import io.github.tlslift.dotnet.process.Workspace;
import io.github.tlslift.io.Words;
import io.github.tlslift.model.CheckReport;
import io.github.tlslift.walk.FileKind;
import io.github.tlslift.walk.Inputs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** The whole way: walk, read, group, resolve, match, judge and cure. */
public final class Check {
  private static final Set<FileKind> PARTS =
      EnumSet.of(FileKind.PROJECT, FileKind.SOLUTION, FileKind.ASSEMBLY);

  private Check() {}

  /**
   * Checks what lies at a path.
   *
   * @param given registry exports of the machine, apart from those among the files
   */
  public static CheckReport run(Path root, CheckRequest request, RegistryExports given) {
    return run(root, inputs(root, request), request, given);
  }

  /** The files that a check of a path goes through. */
  public static Inputs inputs(Path root, CheckRequest request) {
    return Inputs.of(tree(root), words(request.endpoints().isEmpty()));
  }

  /** The folder that the paths in a report are relative to. */
  public static Path tree(Path root) {
    return isPart(root) ? folder(root) : root;
  }

  /** The same folder where the path is a single file: the one around it. */
  public static Path base(Path root) {
    return Files.isDirectory(root) ? root : folder(root);
  }

  /** The same check of files that were walked before. */
  public static CheckReport run(
      Path root, Inputs inputs, CheckRequest request, RegistryExports given) {
    boolean addresses = request.endpoints().isEmpty();
    Workspace read =
        isPart(root)
            ? ProcessReader.readPart(inputs, addresses, String.valueOf(root.getFileName()))
            : ProcessReader.read(inputs, addresses);
    return new Checker(request)
        .check(
            root.toString().replace('\\', '/'),
            read.processes(),
            Stream.concat(given.values().stream(), read.registry().stream()).toList(),
            read.coverage().plus(given.coverage()));
  }

  // A project or solution means what it names, a program its config and libraries: all of that
  // stands in the folders around it.
  private static boolean isPart(Path root) {
    FileKind kind = FileKind.of(root.toString().replace('\\', '/'));
    return Files.isRegularFile(root) && PARTS.contains(kind);
  }

  private static Path folder(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of(".") : parent;
  }

  private static Words words(boolean addresses) {
    Set<TriggerWords.Kind> kinds = EnumSet.allOf(TriggerWords.Kind.class);
    if (!addresses) {
      kinds.remove(TriggerWords.Kind.ADDRESSES);
    }
    return Words.of(TriggerWords.of(kinds)).endingWith(TriggerWords.Kind.INERT.bit());
  }
}
