/** Frames to TCP segments, through link and IP headers. */
@NullMarked
package io.github.tlslift.capture.packet;

import org.jspecify.annotations.NullMarked;
