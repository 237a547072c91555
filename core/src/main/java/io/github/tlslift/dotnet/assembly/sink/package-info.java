/** Calls of members that decide a protocol to evidence. */
@NullMarked
package io.github.tlslift.dotnet.assembly.sink;

import org.jspecify.annotations.NullMarked;
