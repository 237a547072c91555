/**
 * Signs, whoever saw them, to the causes they speak for, how likely each is, and what to do next.
 */
@NullMarked
package io.github.tlslift.why;

import org.jspecify.annotations.NullMarked;
