/** Processes, and the files they are made of. */
@NullMarked
package io.github.tlslift.dotnet.process;

import org.jspecify.annotations.NullMarked;
