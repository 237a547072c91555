package io.github.tlslift.model;

/**
 * One time that a place runs, as far as the text tells.
 *
 * @param order in the order of the whole program; later ones are greater
 * @param guard when it does, with all that stands round the calls that lead there
 * @param process 0 for the process itself, another number for each that it starts
 */
public record Moment(int order, Guard guard, int process) {}
