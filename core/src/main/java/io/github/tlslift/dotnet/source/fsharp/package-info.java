/** The F# front end. */
@NullMarked
package io.github.tlslift.dotnet.source.fsharp;

import org.jspecify.annotations.NullMarked;
