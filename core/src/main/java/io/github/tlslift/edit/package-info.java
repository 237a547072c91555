/** Changes to files as ranges of their text: the bytes outside the ranges stay what they are. */
@NullMarked
package io.github.tlslift.edit;

import org.jspecify.annotations.NullMarked;
