/** A proxy on loopback to the TLS handshakes that pass it; it decrypts nothing. */
@NullMarked
package io.github.tlslift.net.tap;

import org.jspecify.annotations.NullMarked;
