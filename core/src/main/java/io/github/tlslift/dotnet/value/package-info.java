/**
 * What a piece of code may be worth, and what giving that to a property does: for source and IL.
 */
@NullMarked
package io.github.tlslift.dotnet.value;

import org.jspecify.annotations.NullMarked;
