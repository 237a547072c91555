/** What is known of one attempt at TLS. */
@NullMarked
package io.github.tlslift.capture.attempt;

import org.jspecify.annotations.NullMarked;
