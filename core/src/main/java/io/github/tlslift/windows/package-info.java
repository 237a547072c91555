/** Schannel, cipher suites and WinHTTP defaults of each Windows version, as data. */
@NullMarked
package io.github.tlslift.windows;

import org.jspecify.annotations.NullMarked;
