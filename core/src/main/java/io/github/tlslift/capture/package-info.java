/** Captures of network traffic to attempts at TLS, each with its facts and its cause. */
@NullMarked
package io.github.tlslift.capture;

import org.jspecify.annotations.NullMarked;
