package io.github.tlslift.model;

import java.util.Locale;
import java.util.Optional;

/**
 * A registry value that an export holds or that code or a script writes.
 *
 * @param key the key without its view, long form: {@code
 *     HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\.NETFramework\v4.0.30319}
 * @param name the value's name
 * @param type {@code REG_DWORD}, {@code REG_SZ}, ...
 * @param text the data as text: decimal for numbers
 * @param number the data as a number, where the type is numeric
 * @param view which view of a 64-bit Windows it stands in
 * @param deleted whether the entry deletes the value
 * @param origin whether it is the state of a machine or something a program writes
 */
public record RegistryValue(
    String key,
    String name,
    String type,
    String text,
    Optional<Long> number,
    View view,
    boolean deleted,
    Origin origin,
    Location location)
    implements Evidence {

  /** The two views of a 64-bit Windows; keys outside {@code SOFTWARE} are in both. */
  public enum View {
    NATIVE,
    WOW6432,
    BOTH
  }

  /** Where the value comes from. */
  public enum Origin {
    EXPORT,
    CODE
  }

  /** Whether the key ends with these parts, whatever its case. */
  public boolean keyEndsWith(String tail) {
    return key.toLowerCase(Locale.ROOT).endsWith(tail.toLowerCase(Locale.ROOT));
  }
}
