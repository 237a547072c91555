/** Finds the places that decide a protocol and says what each does. */
@NullMarked
package io.github.tlslift.dotnet.source.sink;

import org.jspecify.annotations.NullMarked;
