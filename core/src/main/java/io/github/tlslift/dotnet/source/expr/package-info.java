/** One expression tree and one reader for all languages. */
@NullMarked
package io.github.tlslift.dotnet.source.expr;

import org.jspecify.annotations.NullMarked;
