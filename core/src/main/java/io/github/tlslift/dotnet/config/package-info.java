/** Config files of .NET programs. */
@NullMarked
package io.github.tlslift.dotnet.config;

import org.jspecify.annotations.NullMarked;
