/** What a front end of any language makes of a file: scopes, variables, statements, expressions. */
@NullMarked
package io.github.tlslift.dotnet.source.code;

import org.jspecify.annotations.NullMarked;
