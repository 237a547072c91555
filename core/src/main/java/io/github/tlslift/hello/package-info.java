/** A client on a Windows to the ClientHello that it would send. */
@NullMarked
package io.github.tlslift.hello;

import org.jspecify.annotations.NullMarked;
