/** Writes and calls to evidence, by the catalogue. */
@NullMarked
package io.github.tlslift.dotnet.source.sink;

import org.jspecify.annotations.NullMarked;
