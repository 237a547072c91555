/** Bytes, text, paths and words. */
@NullMarked
package io.github.tlslift.io;

import org.jspecify.annotations.NullMarked;
