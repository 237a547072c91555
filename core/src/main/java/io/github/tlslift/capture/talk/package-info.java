/** The bytes of a connection to the facts of its handshake. */
@NullMarked
package io.github.tlslift.capture.talk;

import org.jspecify.annotations.NullMarked;
