package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.config.ApplicationHost.Pool;
import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.Clr;
import java.util.Optional;

/** What an application pool decides for the application in it. */
final class Pooled {
  private Pooled() {}

  /** The runtime line; the other one where no pool is known or it does not say. */
  static Clr clr(Optional<Pool> pool, Clr otherwise) {
    return pool.flatMap(Pool::clr).filter(c -> c != Clr.CORE).orElse(otherwise);
  }

  /** The registry view. */
  static Bitness bitness(Optional<Pool> pool) {
    return pool.map(Pool::bitness).orElse(Bitness.UNKNOWN);
  }
}
