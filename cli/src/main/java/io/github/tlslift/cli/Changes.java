package io.github.tlslift.cli;

import io.github.tlslift.edit.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks git which of the files that are to change have changes of their own. */
final class Changes {
  private Changes() {}

  /** The paths with changes that are not committed; none where there is no git or no repository. */
  static List<String> uncommitted(Path root, List<Change> changes) {
    List<String> command =
        new ArrayList<>(List.of("git", "-C", root.toString(), "status", "--porcelain", "-z", "--"));
    changes.stream().filter(c -> !c.isCreation()).map(Change::path).forEach(command::add);
    if (command.size() == 7) {
      return List.of();
    }
    try {
      Process git =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return git.waitFor() == 0 ? paths(said) : List.of();
    } catch (IOException noGit) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  // Two letters, a space and a path, ended by NUL (git-status, "porcelain format version 1"). What
  // git does not know, ??, is nobody's change.
  private static List<String> paths(String said) {
    List<String> paths = new ArrayList<>();
    for (String entry : said.split("\0")) {
      if (entry.length() > 3 && !entry.startsWith("??")) {
        paths.add(entry.substring(3));
      }
    }
    return paths;
  }
}
