/** Evidence and host to the offer, with the trail of reasons: rules R1 to R18 of the facts. */
@NullMarked
package io.github.tlslift.resolve;

import org.jspecify.annotations.NullMarked;
