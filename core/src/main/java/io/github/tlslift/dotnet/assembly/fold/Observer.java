package io.github.tlslift.dotnet.assembly.fold;

import io.github.tlslift.dotnet.assembly.il.Instruction;
import io.github.tlslift.dotnet.assembly.metadata.Member;
import java.util.List;

/** Sees what a method does, with all that each value may be. */
public interface Observer {
  /** A call, or an object made. */
  default void call(Site site, Member callee, List<Slot> arguments) {}

  /** A string that the code names. */
  default void text(Site site, String text) {}

  /** A field given a value. */
  default void store(int field, Slot value) {}

  /** A value that the method gives. */
  default void result(Slot value) {}

  /**
   * A place in code.
   *
   * @param method its row
   */
  record Site(int method, Code code, Instruction at) {}
}
