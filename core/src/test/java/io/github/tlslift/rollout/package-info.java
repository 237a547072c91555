/** Tests. */
@NullMarked
package io.github.tlslift.rollout;

import org.jspecify.annotations.NullMarked;
