/** Constant folding over the code of one project: what an expression may be worth. */
@NullMarked
package io.github.tlslift.dotnet.source.fold;

import org.jspecify.annotations.NullMarked;
