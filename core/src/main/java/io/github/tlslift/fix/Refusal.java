package io.github.tlslift.fix;

/**
 * A cure that was not turned into edits.
 *
 * @param process the process it was for
 * @param cure its id
 * @param reason why, with what to do by hand
 */
public record Refusal(String process, String cure, String reason) {}
