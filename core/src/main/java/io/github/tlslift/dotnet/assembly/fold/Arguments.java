package io.github.tlslift.dotnet.assembly.fold;

/** What a method is called with. */
interface Arguments {
  /** The argument of an index; the object comes first. */
  Slot get(int index);
}
