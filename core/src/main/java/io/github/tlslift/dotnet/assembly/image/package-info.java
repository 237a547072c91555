/** A .NET assembly, opened: its headers, metadata and method bodies. */
@NullMarked
package io.github.tlslift.dotnet.assembly.image;

import org.jspecify.annotations.NullMarked;
