/** Pasted text, in whatever shape it came, to the signs in it. */
@NullMarked
package io.github.tlslift.why.text;

import org.jspecify.annotations.NullMarked;
