package io.github.tlslift.resolve;

import io.github.tlslift.model.Clr;

/** R1: which runtime line really runs the program. */
final class ClrLine {
  private ClrLine() {}

  static Situation apply(Situation s, Trail trail) {
    if (s.options().pool2() && s.clr() == Clr.CLR4) {
      trail.note("R1", "the application pool runs CLR 2");
      return s.withClr(Clr.CLR2);
    }
    boolean rollForward = s.options().supportedRuntime4() && s.clr() == Clr.CLR2;
    if (rollForward && s.installedAtLeast("4.0")) {
      trail.note("R1", "supportedRuntime v4.0 sends the executable to CLR 4");
      return s.withClr(Clr.CLR4);
    }
    return s;
  }
}
