package io.github.tlslift.cli;

import io.github.tlslift.net.tap.Tap;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** The program that {@code verify} starts: with our input and output, and the tap as its proxy. */
final class Child {
  private static final List<String> PROXY = List.of("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY");
  private static final long GRACE_MILLIS = 2000;

  private Child() {}

  /**
   * Runs a command to its end.
   *
   * @param aside whether what it prints goes to our error output, for ours is a document
   * @param millis after which it is ended; 0 for never
   * @return its exit code; empty where it was ended
   */
  static OptionalInt run(
      List<String> command, Map<String, String> environment, boolean aside, long millis)
      throws InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    if (aside) {
      builder.redirectOutput(ProcessBuilder.Redirect.PIPE);
    }
    builder.environment().keySet().removeIf(k -> k.equalsIgnoreCase("NO_PROXY"));
    builder.environment().putAll(environment);
    Process child = started(builder, command);
    Thread onBreak = new Thread(() -> end(child));
    Runtime.getRuntime().addShutdownHook(onBreak);
    Thread printing = new Thread(() -> print(child), "output of the program");
    printing.setDaemon(true);
    printing.start();
    OptionalInt exit = waitFor(child, millis);
    printing.join(GRACE_MILLIS);
    Runtime.getRuntime().removeShutdownHook(onBreak);
    return exit;
  }

  private static OptionalInt waitFor(Process child, long millis) throws InterruptedException {
    if (millis == 0) {
      return OptionalInt.of(child.waitFor());
    }
    if (child.waitFor(millis, TimeUnit.MILLISECONDS)) {
      return OptionalInt.of(child.exitValue());
    }
    end(child);
    return OptionalInt.empty();
  }

  private static void print(Process child) {
    try (InputStream out = child.getInputStream()) {
      out.transferTo(new FileOutputStream(FileDescriptor.err));
    } catch (IOException ended) {
      // It prints no more.
    }
  }

  private static Process started(ProcessBuilder builder, List<String> command) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new WrongUse("cannot start " + command.get(0) + ": " + e.getMessage());
    }
  }

  // First as a break from the keyboard would, then for good; what it started goes with it.
  private static void end(Process child) {
    List<ProcessHandle> all = child.descendants().toList();
    child.destroy();
    all.forEach(ProcessHandle::destroy);
    try {
      child.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    child.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
  }

  /** The variables by which programs learn of a proxy. */
  static Map<String, String> proxied(Tap tap) {
    java.util.TreeMap<String, String> all = new java.util.TreeMap<>();
    for (String name : PROXY) {
      all.put(name, tap.url());
      all.put(name.toLowerCase(Locale.ROOT), tap.url());
    }
    return all;
  }

  /** The words of a command with those that name one file replaced by another. */
  static List<String> replaced(List<String> command, Path file, Path by) {
    return command.stream().map(w -> w.equals(file.toString()) ? by.toString() : w).toList();
  }
}
