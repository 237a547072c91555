/** The C# front end. */
@NullMarked
package io.github.tlslift.dotnet.source.csharp;

import org.jspecify.annotations.NullMarked;
