/** What the table of signs promises. */
@NullMarked
package io.github.tlslift.why.signal;

import org.jspecify.annotations.NullMarked;
