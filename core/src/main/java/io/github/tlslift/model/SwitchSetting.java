package io.github.tlslift.model;

import java.util.Optional;

/**
 * An AppContext switch that is given a value.
 *
 * @param name such as {@code Switch.System.Net.DontEnableSchUseStrongCrypto}
 * @param text the value as written
 * @param value the value, where it parses as a boolean
 * @param source by which way it is set
 */
public record SwitchSetting(
    String name, String text, Optional<Boolean> value, Source source, Location location)
    implements Evidence {

  /** The ways to set a switch; facts R5 ranks them. */
  public enum Source {
    /** {@code AppContext.SetSwitch}. */
    CODE,
    /** {@code <runtime><AppContextSwitchOverrides>}. */
    OVERRIDES,
    /** {@code <appSettings>} key {@code AppContext.SetSwitch:NAME} (ASP.NET). */
    APP_SETTINGS,
    /** {@code configProperties} of a {@code runtimeconfig.json}. */
    RUNTIME_CONFIG,
    /** {@code HKLM\SOFTWARE\Microsoft\.NETFramework\AppContext}. */
    REGISTRY
  }
}
