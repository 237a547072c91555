/** Tests. */
@NullMarked
package io.github.tlslift.mend;

import org.jspecify.annotations.NullMarked;
