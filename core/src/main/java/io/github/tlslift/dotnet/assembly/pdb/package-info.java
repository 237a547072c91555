/** Debug information to source lines. */
@NullMarked
package io.github.tlslift.dotnet.assembly.pdb;

import org.jspecify.annotations.NullMarked;
