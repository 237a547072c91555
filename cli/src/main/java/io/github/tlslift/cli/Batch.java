package io.github.tlslift.cli;

import io.github.tlslift.net.probe.Probe;
import io.github.tlslift.net.probe.Target;
import io.github.tlslift.net.probe.TargetReport;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks targets without end: so many at a time, each handed over when it has answered, none kept.
 */
final class Batch {
  // Looking up a name blocks a thread.
  private static final int MOST_LOOKUPS = 64;
  private static final double NANOS = 1e9;

  private final Probe probe;
  private final int parallel;
  private final double rate;
  private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();

  /**
   * Nothing is asked yet.
   *
   * @param parallel how many targets are asked at a time
   * @param rate how many are begun in a second; 0 for as many as can
   */
  Batch(Probe probe, int parallel, double rate) {
    this.probe = probe;
    this.parallel = parallel;
    this.rate = rate;
  }

  /** Asks them all; the reports come one at a time, in the order in which they are complete. */
  void run(Iterator<Target> targets, Consumer<TargetReport> then) throws InterruptedException {
    Semaphore free = new Semaphore(parallel);
    ExecutorService lookups = Executors.newFixedThreadPool(Math.min(parallel, MOST_LOOKUPS));
    try {
      long next = System.nanoTime();
      while (targets.hasNext() && fault.get() == null) {
        Target target = targets.next();
        free.acquire();
        next = paced(next);
        lookups.execute(() -> ask(target, then, free));
      }
      free.acquire(parallel);
    } finally {
      lookups.shutdownNow();
    }
    Throwable first = fault.get();
    if (first != null) {
      throw unchecked(first);
    }
  }

  private static RuntimeException unchecked(Throwable fault) {
    Throwable cause = fault.getCause() == null ? fault : fault.getCause();
    return cause instanceof RuntimeException r ? r : new IllegalStateException(cause);
  }

  private long paced(long due) throws InterruptedException {
    if (rate == 0) {
      return due;
    }
    long now = System.nanoTime();
    TimeUnit.NANOSECONDS.sleep(Math.max(0, due - now));
    return Math.max(due, now) + Math.round(NANOS / rate);
  }

  private void ask(Target target, Consumer<TargetReport> then, Semaphore free) {
    CompletableFuture.completedFuture(target)
        .thenCompose(probe::of)
        .thenAccept(
            report -> {
              synchronized (this) {
                then.accept(report);
              }
            })
        .whenComplete(
            (done, thrown) -> {
              if (thrown != null) {
                fault.compareAndSet(null, thrown);
              }
              free.release();
            });
  }
}
