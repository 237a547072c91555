/** The Visual Basic front end. */
@NullMarked
package io.github.tlslift.dotnet.source.vb;

import org.jspecify.annotations.NullMarked;
