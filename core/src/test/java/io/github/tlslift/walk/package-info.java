/** What the walk finds, and what it makes of hostile folders and archives. */
@NullMarked
package io.github.tlslift.walk;

import org.jspecify.annotations.NullMarked;
