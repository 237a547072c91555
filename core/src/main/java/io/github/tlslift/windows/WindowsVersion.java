package io.github.tlslift.windows;

import java.util.List;
import java.util.OptionalInt;

/**
 * A Windows version that the tables know.
 *
 * @param id such as {@code server-2016}
 * @param name such as {@code Windows Server 2016}
 * @param build the build number; empty for preview builds
 * @param schannelRow its row in {@code windows-schannel.csv}
 * @param suitesRow its row in {@code cipher-suites.csv}; empty where suites are not known
 * @param aliases other names people type
 * @param inDefaultSet whether a verdict covers it when no version is asked for
 */
public record WindowsVersion(
    String id,
    String name,
    OptionalInt build,
    String schannelRow,
    String suitesRow,
    List<String> aliases,
    boolean inDefaultSet) {

  /** Copies the aliases. */
  public WindowsVersion {
    aliases = List.copyOf(aliases);
  }

  /** Whether it is that build or a later one; preview builds are later than all. */
  public boolean isBuildAtLeast(int number) {
    return build.orElse(Integer.MAX_VALUE) >= number;
  }

  /** For people, without the word Windows: {@code Server 2016}, {@code 10 22H2}. */
  public String shortName() {
    return name.replaceFirst("^Windows ", "");
  }
}
