package io.github.tlslift.check;

import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.FoldedValue;
import io.github.tlslift.model.Guard;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Moment;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.Phase;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.Protocols;
import io.github.tlslift.model.Role;
import io.github.tlslift.resolve.CodeWrite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The sequences of writes to the process-wide static that may be in force when a request is made.
 *
 * @param cases each sequence, with the case it stands for; the case is empty where there is but one
 * @param unknown why another value may be in force; empty where the cases are all
 */
record CodeAlternatives(List<Case> cases, Optional<String> unknown) {

  /**
   * One sequence.
   *
   * @param when the case it stands for
   * @param late the first write after the request
   */
  record Case(String when, List<CodeWrite> writes, Optional<Location> late) {}

  private static final int MOST = 12;
  private static final int END = Integer.MAX_VALUE;
  private static final Moment AT_END = new Moment(END, Guard.ALWAYS, 0);

  /** A write at one of its moments; those of which none is known come last. */
  private record Event(Moment moment, ApiUse use) {
    int order() {
      return moment.order();
    }

    Guard guard() {
      return moment.guard();
    }
  }

  /**
   * What may be in force when a request is made.
   *
   * @param requests the moments of the requests; of none, after everything that is sure to run
   */
  static CodeAlternatives of(Process process, List<Moment> requests) {
    List<ApiUse> writes =
        process.apiUses().stream()
            .filter(u -> u.role() == Role.PROCESS_PROTOCOLS)
            .filter(u -> u.operation() != Operation.USE && u.phase() != Phase.NEVER)
            .toList();
    Optional<String> unknown =
        writes.stream()
            .filter(u -> u.operation() != Operation.RESTORE)
            .flatMap(u -> u.value().unknown().stream())
            .findFirst();
    List<Case> cases = new ArrayList<>();
    for (Moment moment : requests.isEmpty() ? List.of(AT_END) : requests) {
      cases.addAll(before(moment, writes, process));
    }
    return new CodeAlternatives(distinct(cases), unknown);
  }

  private static List<Case> before(Moment request, List<ApiUse> writes, Process process) {
    int moment = request.order();
    List<Event> timed =
        writes.stream()
            .flatMap(u -> events(u, process))
            .filter(e -> e.moment.process() == request.process())
            .sorted(IN_ORDER)
            .toList();
    List<Event> past = undone(timed.stream().filter(e -> e.order() < moment).toList());
    Decisions<Event> decisions =
        Decisions.of(past.stream().filter(e -> !e.guard().whole()).toList(), Event::guard);
    List<Event> sure = past.stream().filter(e -> e.guard().whole()).toList();
    List<ApiUse> others =
        writes.stream()
            .filter(
                u -> u.operation() != Operation.RESTORE && events(u, process).findAny().isEmpty())
            .toList();
    Optional<Event> late =
        timed.stream().filter(e -> e.order() >= moment && e.guard().whole()).findFirst();
    // A request that is reached from the start may come before whatever is not.
    boolean noneMayRun =
        moment != END
            || others.stream()
                .allMatch(u -> !u.guard().whole() || isUndone(u, process) || isLate(u, process));
    List<Case> cases = new ArrayList<>();
    Optional<Location> comesLate = late.map(e -> e.use.location());
    for (List<Event> branches : decisions.ways(MOST)) {
      List<Event> all = Stream.concat(sure.stream(), branches.stream()).sorted(IN_ORDER).toList();
      cases.addAll(cases(comesLate, all, branches, decisions.others(), others, noneMayRun));
    }
    return cases;
  }

  private static final Comparator<Event> IN_ORDER =
      Comparator.comparingInt(Event::order)
          .thenComparing(e -> e.use.phase())
          .thenComparing(e -> e.use.location());

  private static Stream<Event> events(ApiUse use, Process process) {
    if (!use.moments().isEmpty()) {
      return use.moments().stream().map(m -> new Event(m, use));
    }
    return isSureAndEarly(use, process)
        ? Stream.of(new Event(new Moment(END - 1, use.guard(), 0), use))
        : Stream.empty();
  }

  private static boolean isSureAndEarly(ApiUse use, Process process) {
    boolean early =
        use.phase() == Phase.ENTRY_POINT
            || use.phase() == Phase.APPLICATION_START
            || use.phase() == Phase.SCRIPT && use.container().isEmpty();
    return early && use.guard().whole() && !isLate(use, process);
  }

  // Compiled code has no moments; there the order in one member tells (P1).
  private static boolean isLate(ApiUse use, Process process) {
    return process.apiUses().stream().anyMatch(u -> u.makesRequest() && u.runsBefore(use));
  }

  // A value put back takes with it what its member did to it before.
  private static List<Event> undone(List<Event> past) {
    List<Event> left = new ArrayList<>();
    for (Event e : past) {
      if (e.use.operation() == Operation.RESTORE) {
        left.removeIf(x -> isTogether(x.use, e.use));
      } else {
        left.add(e);
      }
    }
    return left;
  }

  private static boolean isTogether(ApiUse a, ApiUse b) {
    return a.location().file().equals(b.location().file())
        && (a.container().equals(b.container()) || isOnce(a.container(), b.container()));
  }

  // What a constructor sets, Dispose puts back.
  private static boolean isOnce(String made, String disposed) {
    String constructor = "..ctor";
    String dispose = ".Dispose";
    return made.endsWith(constructor)
        && disposed.endsWith(dispose)
        && made.substring(0, made.length() - constructor.length())
            .equals(disposed.substring(0, disposed.length() - dispose.length()));
  }

  private static List<Case> cases(
      Optional<Location> late,
      List<Event> sure,
      List<Event> branches,
      List<Event> unsure,
      List<ApiUse> others,
      boolean noneMayRun) {
    String when =
        branches.isEmpty()
            ? late.map(l -> "before " + l + " has run").orElse("")
            : once(branches.get(branches.size() - 1).use);
    List<Case> cases = new ArrayList<>();
    boolean alone = others.isEmpty() && unsure.isEmpty();
    if (others.isEmpty() || noneMayRun) {
      expand(alone || !when.isEmpty() ? when : "before any other write", sure, late, cases);
    } else if (!sure.isEmpty()) {
      // Which of them comes last is not known: the others may have run before.
      expand(once(sure.get(sure.size() - 1).use), sure, late, cases);
    }
    for (Event e : unsure) {
      List<Event> sequence = new ArrayList<>(sure);
      sequence.add(e);
      sequence.sort(IN_ORDER);
      expand(once(e.use), sequence, late, cases);
    }
    for (ApiUse other : others) {
      List<Event> sequence = new ArrayList<>(sure);
      sequence.add(new Event(new Moment(END, other.guard(), 0), other));
      expand(once(other), sequence, late, cases);
    }
    return cases;
  }

  private static String once(ApiUse use) {
    return "once " + use.location() + " has run";
  }

  private static boolean isUndone(ApiUse use, Process process) {
    return process.apiUses().stream()
        .anyMatch(u -> u.operation() == Operation.RESTORE && isTogether(u, use));
  }

  private static void expand(
      String when, List<Event> sequence, Optional<Location> late, List<Case> into) {
    List<List<CodeWrite>> all = new ArrayList<>(List.of(List.of()));
    Set<ApiUse> open = new LinkedHashSet<>();
    for (Event event : sequence) {
      List<List<CodeWrite>> longer = new ArrayList<>();
      for (List<CodeWrite> before : all) {
        if (masks(event.use.value()).size() > 1) {
          open.add(event.use);
        }
        for (Integer mask : masks(event.use.value())) {
          List<CodeWrite> after = new ArrayList<>(before);
          after.add(write(event, mask));
          longer.add(after);
        }
      }
      all = longer.isEmpty() ? all : longer.subList(0, Math.min(MOST, longer.size()));
    }
    all.forEach(
        writes -> into.add(new Case((when + " " + given(open, writes)).strip(), writes, late)));
  }

  // Which of the values that a write may set is meant.
  private static String given(Set<ApiUse> open, List<CodeWrite> writes) {
    return open.isEmpty()
        ? ""
        : writes.stream()
            .filter(
                w -> open.stream().anyMatch(u -> w.at().filter(u.location()::equals).isPresent()))
            .map(
                w ->
                    " if " + w.at().orElseThrow() + " gives " + new Protocols(w.mask()).enumNames())
            .reduce("", (a, b) -> a.isEmpty() ? b.strip() : a + " and" + b.substring(3));
  }

  private static CodeWrite write(Event e, int mask) {
    return new CodeWrite(
        e.use.operation(), mask, Optional.of(e.use.location()), e.use.code(), e.guard());
  }

  private static Set<Integer> masks(FoldedValue value) {
    return value.possible();
  }

  private static List<Case> distinct(List<Case> cases) {
    Set<Case> set = new LinkedHashSet<>(cases);
    return set.stream().limit(MOST).toList();
  }
}
