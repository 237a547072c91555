/** The table of signs that speak for or against causes, and the places where they were seen. */
@NullMarked
package io.github.tlslift.why.signal;

import org.jspecify.annotations.NullMarked;
