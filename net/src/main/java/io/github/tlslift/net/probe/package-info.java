/** Asks endpoints over the network which versions, suites and certificates they have. */
@NullMarked
package io.github.tlslift.net.probe;

import org.jspecify.annotations.NullMarked;
