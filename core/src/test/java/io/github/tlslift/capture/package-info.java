/** Captures that others made, and captures that are made here. */
@NullMarked
package io.github.tlslift.capture;

import org.jspecify.annotations.NullMarked;
