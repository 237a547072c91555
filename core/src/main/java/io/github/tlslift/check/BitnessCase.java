package io.github.tlslift.check;

import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.Process;
import io.github.tlslift.resolve.RegistrySetting;
import java.util.List;

/**
 * A registry view that a process may read (facts R9).
 *
 * @param when the case in words; empty where it is known, or where both views are the same
 */
record BitnessCase(String when, Bitness bitness) {

  static List<BitnessCase> of(Process process, CheckRequest request) {
    Bitness bitness = request.bitness().orElse(process.bitness());
    if (bitness != Bitness.UNKNOWN) {
      return List.of(new BitnessCase("", bitness));
    }
    boolean same = request.registry().settings().stream().allMatch(BitnessCase::isInBoth);
    return same
        ? List.of(new BitnessCase("", Bitness.BITS_64))
        : List.of(
            new BitnessCase("as a 64-bit process", Bitness.BITS_64),
            new BitnessCase("as a 32-bit process", Bitness.BITS_32));
  }

  private static boolean isInBoth(RegistrySetting setting) {
    return setting.view().isEmpty();
  }
}
