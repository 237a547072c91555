package io.github.tlslift.model;

/** When in the life of a process a place runs, as far as the text tells. */
public enum Phase {
  TYPE_INITIALIZER,
  ENTRY_POINT,
  APPLICATION_START,
  PER_REQUEST,
  /** The top level of a script. */
  SCRIPT,
  UNKNOWN,
  /** Never: nothing in the program leads there. */
  NEVER
}
