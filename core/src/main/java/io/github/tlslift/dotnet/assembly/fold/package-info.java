/** Instructions to values: what may be and what must be on the stack. */
@NullMarked
package io.github.tlslift.dotnet.assembly.fold;

import org.jspecify.annotations.NullMarked;
