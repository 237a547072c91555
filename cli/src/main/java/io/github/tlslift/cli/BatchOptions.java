package io.github.tlslift.cli;

import io.github.tlslift.net.probe.Probe;
import io.github.tlslift.net.probe.ProbeJson;
import io.github.tlslift.net.probe.ProbeText;
import io.github.tlslift.net.probe.Target;
import io.github.tlslift.net.probe.TargetReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The options for lists of endpoints, however long, and the way through one. */
final class BatchOptions {
  private static final int MOST = 4000;

  @Option(
      names = "--targets",
      paramLabel = "FILE",
      description = "endpoints, a line each; - for the standard input; read as they are asked")
  Optional<String> targets = Optional.empty();

  @Option(
      names = "--parallel",
      paramLabel = "N",
      defaultValue = "100",
      description = "with --targets: how many are asked at a time (${DEFAULT-VALUE})")
  int parallel = 100;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "with --targets: at most so many begun in a second; 0 for any (${DEFAULT-VALUE})")
  double rate;

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description = "with --targets: adds JSON lines to the file, for those that have none in it")
  Optional<Path> resume = Optional.empty();

  /** Asks every endpoint of the list; whether all is known. */
  boolean run(
      Probe probe, Function<String, Target> parse, boolean json, PrintWriter out, PrintWriter err)
      throws InterruptedException {
    check();
    Set<String> done = resume.map(Resumed::of).map(Resumed::done).orElse(Set.of());
    Counter counter = new Counter(err);
    PrintWriter to = resume.isPresent() ? appending(resume.get()) : out;
    try (TargetList list = TargetList.open(targets.orElse("-"))) {
      Iterator<Target> left =
          list.lines()
              .flatMap(line -> counter.parsed(line, parse).stream())
              .filter(t -> !done.contains(t.endpoint()))
              .iterator();
      boolean lines = json || resume.isPresent();
      new Batch(probe, parallel, rate)
          .run(
              left,
              report -> {
                to.print(lines ? ProbeJson.line(report) : ProbeText.of(report));
                to.flush();
                if (to.checkError()) {
                  throw new WrongUse("cannot write any more: is the disk full?");
                }
                counter.count(report);
              });
    } finally {
      if (resume.isPresent()) {
        to.close();
      }
    }
    return counter.end();
  }

  private void check() {
    if (parallel < 1 || parallel > MOST) {
      throw new WrongUse("--parallel is " + parallel + "; give 1 to " + MOST);
    }
    if (!(rate >= 0 && rate <= 1e6)) {
      throw new WrongUse("--rate is " + rate + "; give targets a second, or 0");
    }
  }

  private static PrintWriter appending(Path file) {
    try {
      return new PrintWriter(
          Files.newBufferedWriter(
              file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How far it is, said on a terminal once a second. */
  private static final class Counter {
    private static final long SECOND = 1_000_000_000;

    private final PrintWriter err;
    private final boolean terminal = Screen.isTerminal(System.getenv());
    private long said = System.nanoTime();
    private long asked;
    private long incomplete;

    Counter(PrintWriter err) {
      this.err = err;
    }

    synchronized Optional<Target> parsed(String line, Function<String, Target> parse) {
      try {
        return Optional.of(parse.apply(line));
      } catch (WrongUse e) {
        err.println("tlslift: passed over: " + e.getMessage());
        incomplete++;
        return Optional.empty();
      }
    }

    synchronized void count(TargetReport report) {
      asked++;
      incomplete += report.isIncomplete() ? 1 : 0;
      if (terminal && System.nanoTime() - said > SECOND) {
        said = System.nanoTime();
        err.print("\r" + words());
        err.flush();
      }
    }

    private String words() {
      return asked + " asked, of " + incomplete + " not all is known";
    }

    synchronized boolean end() {
      err.println((terminal ? "\r" : "tlslift: ") + words());
      err.flush();
      return incomplete == 0;
    }
  }
}
