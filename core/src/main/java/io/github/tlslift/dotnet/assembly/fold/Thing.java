package io.github.tlslift.dotnet.assembly.fold;

/** What an object on the stack stands for. */
public sealed interface Thing {

  /** An object made by code; {@code site} tells where. */
  record Made(String type, long site) implements Thing {}

  /**
   * A method that can be called later.
   *
   * @param definition its row in the assembly; 0 where it is in another
   */
  record Delegate(String qualified, int definition) implements Thing {}

  /** {@code typeof(T)}. */
  record TypeOf(String type) implements Thing {}

  /** A property found by its name, or its setter. */
  record Property(String type, String name) implements Thing {}

  /** An array made by code. */
  record Array(long site) implements Thing {}

  /** The address of a local, an argument or a field. */
  record Address(Kind kind, int index) implements Thing {
    /** Where it leads. */
    public enum Kind {
      LOCAL,
      ARGUMENT,
      FIELD
    }
  }

  /** The handle of a field, as array initializers have. */
  record FieldHandle(int field) implements Thing {}

  /** A registry key, opened by its path. */
  record Key(String path) implements Thing {}

  /** The {@code appSettings} of the config file. */
  record AppSettings() implements Thing {}
}
