/** Cures to edits of the files that a process is built of, one class for each kind of edit. */
@NullMarked
package io.github.tlslift.mend;

import org.jspecify.annotations.NullMarked;
