/** A checked path to the edits that mend it, and what a check says afterwards. */
@NullMarked
package io.github.tlslift.fix;

import org.jspecify.annotations.NullMarked;
