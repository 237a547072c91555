package io.github.tlslift.check;

import io.github.tlslift.cure.Patient;
import io.github.tlslift.model.Clr;
import io.github.tlslift.model.WindowsOutcome;
import io.github.tlslift.resolve.RegistrySetting;
import io.github.tlslift.resolve.RegistrySetting.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Inputs that nobody gave and that would turn a failure into a connection. */
final class Unless {
  private Unless() {}

  static List<String> of(
      Patient patient, List<WindowsOutcome> before, Function<Patient, List<WindowsOutcome>> judge) {
    List<String> found = new ArrayList<>();
    boolean framework = patient.process().clr() == Clr.CLR2 || patient.process().clr() == Clr.CLR4;
    if (patient.registry().given() || !framework) {
      return found;
    }
    for (String name : List.of("SchUseStrongCrypto", "SystemDefaultTlsVersions")) {
      if (turns(before, judge.apply(with(patient, name)))) {
        found.add("the registry has " + name + "=1 for this bitness");
      }
    }
    return found;
  }

  private static Patient with(Patient patient, String name) {
    Kind kind = patient.process().clr() == Clr.CLR2 ? Kind.CLR2 : Kind.CLR4;
    RegistrySetting one =
        new RegistrySetting(kind, name, "1", true, Optional.empty(), Optional.empty());
    return new Patient(
        patient.process(), patient.registry().with(one), patient.installed(), patient.api());
  }

  private static boolean turns(List<WindowsOutcome> before, List<WindowsOutcome> after) {
    boolean turned = false;
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i).decides() && !after.get(i).verdict().connects()) {
        return false;
      }
      turned |= before.get(i).decides() && !before.get(i).verdict().connects();
    }
    return turned;
  }
}
