/** What holds for the whole of core. */
@NullMarked
package io.github.tlslift.architecture;

import org.jspecify.annotations.NullMarked;
