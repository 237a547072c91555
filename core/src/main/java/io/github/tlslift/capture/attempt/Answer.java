package io.github.tlslift.capture.attempt;

/**
 * What a server chose.
 *
 * @param version as on the wire
 * @param suite as on the wire
 * @param isRetry whether it asked for another hello first (RFC 8446 4.1.4)
 * @param at in seconds after the first packet
 */
public record Answer(int version, int suite, boolean isRetry, double at) {}
