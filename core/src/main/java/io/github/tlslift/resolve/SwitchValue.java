package io.github.tlslift.resolve;

import io.github.tlslift.model.Location;
import io.github.tlslift.model.SwitchSetting;
import java.util.Optional;

/**
 * A config or code setting that names a switch, or an {@code appSettings} entry.
 *
 * @param source by which way it is set
 * @param name the switch, or the {@code appSettings} key
 * @param value the text
 * @param at where it stands
 */
public record SwitchValue(
    SwitchSetting.Source source, String name, String value, Optional<Location> at) {}
