/** Changes to the disk and back: every file is old or new at any moment, and undo knows both. */
@NullMarked
package io.github.tlslift.apply;

import org.jspecify.annotations.NullMarked;
