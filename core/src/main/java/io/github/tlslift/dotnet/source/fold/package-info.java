/** The constant folder: an expression to the exact set of numbers it can be worth. */
@NullMarked
package io.github.tlslift.dotnet.source.fold;

import org.jspecify.annotations.NullMarked;
