package io.github.tlslift.model;

import java.util.List;
import java.util.Locale;

/**
 * Something that turns a verdict: it was tried by resolving the edited evidence.
 *
 * @param id such as {@code config-switch}; also its page
 * @param title what to do, for people
 * @param applicability how freely it may be applied
 * @param needs what must be there for it to work
 * @param worksOn the names of the Windows versions on which the verdict turns
 * @param failsOn the names of those on which it does not
 * @param alsoChanges what else on the machine or in the program changes
 * @param restart what must be started again
 * @param at the places it edits
 * @param sets what it sets, as {@code NAME=VALUE}: switches, registry values, a target
 * @param reach how far it reaches; the least comes first
 */
public record Cure(
    String id,
    String title,
    Applicability applicability,
    String needs,
    List<String> worksOn,
    List<String> failsOn,
    List<String> alsoChanges,
    String restart,
    List<Location> at,
    List<String> sets,
    Reach reach) {

  /** Copies the lists. */
  public Cure {
    worksOn = List.copyOf(worksOn);
    failsOn = List.copyOf(failsOn);
    alsoChanges = List.copyOf(alsoChanges);
    at = List.copyOf(at);
    sets = List.copyOf(sets);
  }

  /** Whose behaviour a cure changes, least first. */
  public enum Reach {
    /** One program, by its config file. */
    CONFIG,
    /** One program, by its code. */
    CODE,
    /** One program, and all that follows its target framework. */
    TARGET,
    /** Every program that a host runs. */
    SHARED_CONFIG,
    /** Every program on the machine. */
    REGISTRY,
    /** A machine between program and server. */
    RELAY;

    /** The id in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** How freely a cure may be applied. */
  public enum Applicability {
    SAFE,
    /** Somebody should look at what else it changes. */
    REVIEW,
    /** Shown, never applied by us. */
    DISPLAY_ONLY;

    /** The id in JSON and SARIF. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
