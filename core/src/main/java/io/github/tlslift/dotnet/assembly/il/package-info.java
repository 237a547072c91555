/** Method bodies to instructions (ECMA-335 II.25.4 and III). */
@NullMarked
package io.github.tlslift.dotnet.assembly.il;

import org.jspecify.annotations.NullMarked;
