package io.github.tlslift.model;

/** Something read that bears on TLS, with the place it was read from. */
public sealed interface Evidence permits ApiUse, Destination, RegistryValue, SwitchSetting {

  /** Where it stands. */
  Location location();
}
