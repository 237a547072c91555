package io.github.tlslift.why.text;

/**
 * A line after unwrapping.
 *
 * @param number the line of the file it came from, from 1
 */
record TextLine(int number, String text) {}
