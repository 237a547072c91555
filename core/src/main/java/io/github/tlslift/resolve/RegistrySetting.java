package io.github.tlslift.resolve;

import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.Location;
import java.util.Optional;

/**
 * A registry value that some rule reads.
 *
 * @param kind which key it stands in
 * @param name the value's name, a switch, or a protocol version's id
 * @param value its data as text: a number in decimal, {@code true}, {@code Tls12}, a state
 * @param dword whether it is a REG_DWORD; other types are ignored where a DWORD is read (R9)
 * @param view the only view it stands in; empty for both
 * @param at where it was read
 */
public record RegistrySetting(
    Kind kind,
    String name,
    String value,
    boolean dword,
    Optional<Bitness> view,
    Optional<Location> at) {

  /** The keys that decide. */
  public enum Kind {
    /** {@code SOFTWARE\Microsoft\.NETFramework\v4.0.30319}. */
    CLR4,
    /** {@code SOFTWARE\Microsoft\.NETFramework\v2.0.50727}. */
    CLR2,
    /** The same key's subkeys with a value per executable (R9). */
    APP,
    /** {@code SOFTWARE\Microsoft\.NETFramework\AppContext}. */
    APP_CONTEXT,
    /** {@code SCHANNEL\Protocols\VERSION\Client}. */
    SCHANNEL,
    /** {@code Internet Settings\WinHttp}. */
    WIN_HTTP
  }

  /** Whether a process of this bitness sees it. */
  public boolean isSeenBy(Bitness bitness) {
    return view.isEmpty() || view.get() == bitness;
  }
}
