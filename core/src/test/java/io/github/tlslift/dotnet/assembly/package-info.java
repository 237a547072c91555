@NullMarked
package io.github.tlslift.dotnet.assembly;

import org.jspecify.annotations.NullMarked;
