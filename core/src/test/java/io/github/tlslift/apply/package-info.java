/** Bytes, text, paths and words. */
@NullMarked
package io.github.tlslift.apply;

import org.jspecify.annotations.NullMarked;
