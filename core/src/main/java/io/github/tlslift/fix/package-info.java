/** A failing tree to the edits that mend it, proved by checking what they make of it. */
@NullMarked
package io.github.tlslift.fix;

import org.jspecify.annotations.NullMarked;
