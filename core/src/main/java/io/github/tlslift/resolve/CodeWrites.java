package io.github.tlslift.resolve;

import io.github.tlslift.model.Api;
import io.github.tlslift.model.Confidence;
import io.github.tlslift.model.Guard;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.Protocols;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** R10: what the program's own writes make of the process-wide value. */
final class CodeWrites {

  /**
   * The value after all writes.
   *
   * @param rejected whether the setter threw; {@code mask} is then the value it refused
   */
  record Result(int mask, boolean rejected) {}

  private static final Set<Api> NOT_CONCERNED = EnumSet.of(Api.SSL_STREAM, Api.WCF_NET_TCP);

  private CodeWrites() {}

  static Result apply(int before, Situation s, Trail trail) {
    if (s.code().isEmpty()) {
      sayNothingSets(s, trail);
      sayTooLate(s, trail);
      return new Result(before, false);
    }
    int mask = before;
    Map<Location, Integer> tested = new HashMap<>();
    for (CodeWrite write : s.code()) {
      if (!happens(write, mask, tested)) {
        trail.add("R10", leavesAlone(write, mask), write.at(), "");
        continue;
      }
      mask = write.applyTo(mask);
      if (!AllowedBits.allows(mask, s)) {
        trail.add(
            "R10",
            "code assigns " + new Protocols(mask).enumNames() + ", which this framework refuses",
            write.at(),
            write.code());
        return new Result(mask, true);
      }
      trail.add("R10", says(write, mask), write.at(), write.at().isEmpty() ? write.code() : "");
    }
    sayTooLate(s, trail);
    return s.options().secondAppDomain() ? inOtherDomain(before, trail) : new Result(mask, false);
  }

  // All branches of one decision go by the value it met.
  private static boolean happens(CodeWrite write, int mask, Map<Location, Integer> tested) {
    boolean happens = true;
    for (Guard.Condition c : write.guard().conditions()) {
      happens = happens && c.test().holds(tested.computeIfAbsent(c.at(), at -> mask));
    }
    return happens;
  }

  private static String leavesAlone(CodeWrite write, int mask) {
    String condition =
        write.guard().conditions().stream()
            .map(Guard.Condition::text)
            .collect(Collectors.joining(", "));
    return "the value is "
        + new Protocols(mask).enumNames()
        + ", so the write under "
        + condition
        + " does not happen";
  }

  private static void sayNothingSets(Situation s, Trail trail) {
    boolean concerned = !NOT_CONCERNED.contains(s.api()) && s.argument().isEmpty();
    if (concerned && s.basis().late().isEmpty() && !s.basis().code().isEmpty()) {
      trail.add(
          "R10",
          "nothing sets ServicePointManager.SecurityProtocol",
          Optional.empty(),
          s.basis().code());
    }
  }

  private static void sayTooLate(Situation s, Trail trail) {
    if (s.argument().isEmpty() && s.basis().late().isPresent()) {
      trail.add(
          "R11",
          "the next write of ServicePointManager.SecurityProtocol comes after the request",
          s.basis().late(),
          "");
    }
  }

  private static String says(CodeWrite write, int after) {
    String names = new Protocols(write.mask()).enumNames();
    return switch (write.operation()) {
      case ADD -> "code adds " + names + ", which makes " + new Protocols(after).enumNames();
      case REMOVE ->
          "code takes " + names + " away, which leaves " + new Protocols(after).enumNames();
      case SET, RESTORE, USE -> "code sets ServicePointManager.SecurityProtocol to " + names;
    };
  }

  // ServicePointManager is per AppDomain: a write in the first does not reach the second.
  private static Result inOtherDomain(int before, Trail trail) {
    trail.add(
        "R10",
        "the write is in another AppDomain than the request, so it does not reach it",
        List.of(),
        "",
        Confidence.MEDIUM);
    return new Result(before, false);
  }

  /** Whether an operation changes the value at all. */
  static boolean changes(Operation operation) {
    return operation == Operation.SET
        || operation == Operation.ADD
        || operation == Operation.REMOVE;
  }
}
