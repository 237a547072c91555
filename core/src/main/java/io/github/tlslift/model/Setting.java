package io.github.tlslift.model;

/**
 * A named value of a config file.
 *
 * @param key such as an {@code appSettings} key or {@code httpRuntime/@targetFramework}
 * @param value as written, entities resolved
 * @param location of the value
 */
public record Setting(String key, String value, Location location) {}
