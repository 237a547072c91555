package io.github.tlslift.rule;

import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.Finding;
import io.github.tlslift.model.PlaceVerdict;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.RegistryValue;
import io.github.tlslift.model.RegistryValue.View;
import io.github.tlslift.model.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Flags a value that is turned on in one bitness view only and leaves the other bitness behind. */
final class RegistryOneView implements Rule {
  @Override
  public String id() {
    return "registry-one-view";
  }

  @Override
  public Stream<Finding> check(Diagnosis d) {
    Stream<Finding> exports = alone(d.exports()).map(v -> finding(v, says(v.view()), d));
    Stream<Finding> writes =
        d.processes().stream()
            .flatMap(p -> alone(p.registry().stream()).map(v -> finding(v, writes(v, p), d)));
    return Stream.concat(exports, writes);
  }

  private static Stream<RegistryValue> alone(Stream<RegistryValue> values) {
    Map<String, List<RegistryValue>> settings = new LinkedHashMap<>();
    values
        .filter(v -> !v.deleted() && RegistryPlace.of(v).hasTwoViews())
        .forEach(v -> settings.merge(setting(v), List.of(v), RegistryOneView::joined));
    return settings.values().stream()
        .filter(all -> all.stream().map(RegistryValue::view).distinct().count() == 1)
        .map(all -> all.get(0))
        .filter(v -> v.view() != View.BOTH && turnsOn(v));
  }

  private static List<RegistryValue> joined(List<RegistryValue> a, List<RegistryValue> b) {
    return Stream.concat(a.stream(), b.stream()).toList();
  }

  private static String setting(RegistryValue v) {
    return (v.key() + "\n" + v.name()).toLowerCase(Locale.ROOT);
  }

  private static boolean turnsOn(RegistryValue v) {
    return RegistryEffect.of(v).filter(e -> e == PlaceVerdict.OK).isPresent();
  }

  private Finding finding(RegistryValue v, String says, Diagnosis d) {
    String message = RegistryPlaces.said(v) + " " + says;
    return RegistryPlaces.finding(id(), Severity.WARNING, v, message, d);
  }

  private static String says(View view) {
    return view == View.NATIVE
        ? "stands in the 64-bit view alone; a 32-bit process reads Wow6432Node, where it is not given"
        : "stands under Wow6432Node, the 32-bit view, alone; a 64-bit process reads the key without it, where it is not given";
  }

  private static String writes(RegistryValue v, Process p) {
    if (v.view() == View.NATIVE && p.bitness() == Bitness.BITS_32) {
      return "is written by a 32-bit process, which Windows leads to Wow6432Node: 64-bit programs are left behind";
    }
    return v.view() == View.NATIVE
        ? "is written to the 64-bit view alone: 32-bit programs read Wow6432Node and are left behind"
        : "is written to Wow6432Node, the 32-bit view, alone: 64-bit programs are left behind";
  }
}
