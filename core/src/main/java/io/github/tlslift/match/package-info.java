/** Offer and server policy to verdict: versions, suites, and the error the user will see. */
@NullMarked
package io.github.tlslift.match;

import org.jspecify.annotations.NullMarked;
