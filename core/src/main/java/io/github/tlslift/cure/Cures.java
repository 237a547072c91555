package io.github.tlslift.cure;

import io.github.tlslift.model.Clr;
import io.github.tlslift.model.Cure;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.WindowsOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tries every treatment, least blast radius first, and keeps those that turn the verdict. */
public final class Cures {
  private static final String STRONG = "DontEnableSchUseStrongCrypto";
  private static final String SYSTEM = "DontEnableSystemDefaultTlsVersions";

  private static final List<Treatment> SINGLE =
      List.of(
          new ConfigSwitch(STRONG),
          new ConfigSwitch(SYSTEM, STRONG),
          new Retarget(true),
          new PinRemoval(),
          new PinGuardedOr(),
          new EntryPointLine(),
          new Retarget(false),
          RegistryCure.framework("registry-strong-crypto", Clr.CLR4, "SchUseStrongCrypto"),
          RegistryCure.framework(
              "registry-system-default",
              Clr.CLR4,
              "SystemDefaultTlsVersions",
              "SchUseStrongCrypto"),
          RegistryCure.framework("registry-system-default", Clr.CLR2, "SystemDefaultTlsVersions"),
          RegistryCure.framework(
              "registry-system-default",
              Clr.CLR2,
              "SystemDefaultTlsVersions",
              RegistryCure.SCHANNEL_TLS12),
          RegistryCure.winHttp(),
          RegistryCure.winHttp(RegistryCure.SCHANNEL_TLS12));

  private Cures() {}

  /**
   * What turns a failing verdict.
   *
   * @param before the outcomes as they are
   * @param judge the outcomes of edited evidence, in the same order
   * @param destination the endpoint, for the relay command
   */
  public static List<Cure> of(
      Patient patient,
      List<WindowsOutcome> before,
      Function<Patient, List<WindowsOutcome>> judge,
      String destination) {
    Map<String, Cure> found = new LinkedHashMap<>();
    Stream.concat(SINGLE.stream(), pairs()).forEach(t -> attempt(t, patient, before, judge, found));
    if (found.values().stream().noneMatch(c -> c.failsOn().isEmpty())) {
      found.put("relay", Relay.to(destination, failing(before)));
    }
    return found.values().stream().sorted(Comparator.comparing(Cure::reach)).toList();
  }

  private static void attempt(
      Treatment treatment,
      Patient patient,
      List<WindowsOutcome> before,
      Function<Patient, List<WindowsOutcome>> judge,
      Map<String, Cure> found) {
    Cure known = found.get(treatment.id());
    boolean enough = known != null && known.failsOn().isEmpty();
    boolean pair = treatment instanceof Pair;
    boolean needless = pair && found.values().stream().anyMatch(c -> c.failsOn().isEmpty());
    if (enough || needless) {
      return;
    }
    Optional<Treatment.Result> result = treatment.apply(patient);
    result
        .flatMap(r -> cure(treatment.id(), r, before, judge.apply(r.patient())))
        .filter(c -> known == null || c.worksOn().size() > known.worksOn().size())
        .ifPresent(c -> found.put(c.id(), c));
  }

  private static Optional<Cure> cure(
      String id, Treatment.Result r, List<WindowsOutcome> before, List<WindowsOutcome> after) {
    List<String> works = new ArrayList<>();
    List<String> fails = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i).decides() && !before.get(i).verdict().connects()) {
        (after.get(i).verdict().connects() ? works : fails).add(before.get(i).name());
      }
    }
    List<Location> at = r.at();
    return works.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Cure(
                id,
                r.title(),
                r.applicability(),
                r.needs(),
                works,
                fails,
                r.alsoChanges(),
                r.restart(),
                at,
                r.sets(),
                r.reach()));
  }

  private static List<String> failing(List<WindowsOutcome> before) {
    return before.stream()
        .filter(o -> o.decides() && !o.verdict().connects())
        .map(WindowsOutcome::name)
        .toList();
  }

  private static Stream<Treatment> pairs() {
    return Stream.of(
        new Pair(new PinRemoval(), new ConfigSwitch(STRONG)),
        new Pair(new PinRemoval(), new Retarget(true)),
        new Pair(new PinRemoval(), new Retarget(false)));
  }

  /** Two treatments one after the other. */
  private record Pair(Treatment first, Treatment second) implements Treatment {
    @Override
    public String id() {
      return first.id() + "+" + second.id();
    }

    @Override
    public Optional<Result> apply(Patient patient) {
      return first.apply(patient).flatMap(a -> second.apply(a.patient()).map(b -> joined(a, b)));
    }

    private static Result joined(Result a, Result b) {
      return new Result(
          b.patient(),
          a.title() + ", and " + b.title(),
          io.github.tlslift.model.Cure.Applicability.REVIEW,
          a.needs() + (a.needs().isEmpty() ? "" : "; ") + b.needs(),
          Stream.concat(a.alsoChanges().stream(), b.alsoChanges().stream()).toList(),
          b.restart(),
          Stream.concat(a.at().stream(), b.at().stream()).toList(),
          Stream.concat(a.sets().stream(), b.sets().stream()).toList(),
          a.reach().compareTo(b.reach()) > 0 ? a.reach() : b.reach());
    }
  }
}
