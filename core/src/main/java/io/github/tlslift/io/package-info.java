/** Bytes and text: readers, writers, decoded sources, and the one failure of malformed input. */
@NullMarked
package io.github.tlslift.io;

import org.jspecify.annotations.NullMarked;
