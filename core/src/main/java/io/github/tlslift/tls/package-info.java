/**
 * Records, handshake messages and alerts of SSL 2.0 to TLS 1.3, to and from bytes. Code points that
 * nobody knows survive. RFC 5246 and RFC 8446 unless a type says otherwise.
 */
@NullMarked
package io.github.tlslift.tls;

import org.jspecify.annotations.NullMarked;
