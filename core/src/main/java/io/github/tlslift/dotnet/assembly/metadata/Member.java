package io.github.tlslift.dotnet.assembly.metadata;

/**
 * A method that code calls.
 *
 * @param type the full name of the type that has it
 * @param definition its row in this assembly; 0 where it is in another
 */
public record Member(String type, String name, Signature signature, int definition) {

  /** {@code Type.Name} in full. */
  public String qualified() {
    return type + "." + name;
  }

  /** The type's name without its namespace. */
  public String simpleType() {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /** Whether it makes an object. */
  public boolean isConstructor() {
    return name.equals(".ctor");
  }
}
