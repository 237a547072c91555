/** TCP segments to connections: bytes in order, who closed and how. */
@NullMarked
package io.github.tlslift.capture.tcp;

import org.jspecify.annotations.NullMarked;
