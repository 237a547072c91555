package io.github.tlslift.dotnet.project.msbuild;

import java.util.function.Supplier;

/** What a condition comes to, where some of what it asks may not be known. */
public enum Truth {
  TRUE,
  FALSE,
  UNDECIDED;

  static Truth of(boolean decided) {
    return decided ? TRUE : FALSE;
  }

  Truth not() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case UNDECIDED -> UNDECIDED;
    };
  }

  Truth and(Truth other) {
    if (this == FALSE || other == FALSE) {
      return FALSE;
    }
    return this == TRUE && other == TRUE ? TRUE : UNDECIDED;
  }

  /** The same, asking only where the answer can still matter. */
  Truth and(Supplier<Truth> other) {
    return this == FALSE ? FALSE : and(other.get());
  }

  Truth or(Truth other) {
    return not().and(other.not()).not();
  }
}
