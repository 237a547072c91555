/** Compiled .NET programs to evidence. Start reading at AssemblyReader. */
@NullMarked
package io.github.tlslift.dotnet.assembly;

import org.jspecify.annotations.NullMarked;
