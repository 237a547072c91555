/** Bytes, text, paths and words. */
@NullMarked
package io.github.tlslift.edit;

import org.jspecify.annotations.NullMarked;
