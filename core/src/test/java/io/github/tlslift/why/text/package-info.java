/** How wrapping comes off, and what is hidden. */
@NullMarked
package io.github.tlslift.why.text;

import org.jspecify.annotations.NullMarked;
