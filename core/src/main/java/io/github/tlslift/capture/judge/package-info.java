/** The facts of an attempt to its cause. */
@NullMarked
package io.github.tlslift.capture.judge;

import org.jspecify.annotations.NullMarked;
