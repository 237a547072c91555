/** Folders and archives to the files worth reading. */
@NullMarked
package io.github.tlslift.walk;

import org.jspecify.annotations.NullMarked;
