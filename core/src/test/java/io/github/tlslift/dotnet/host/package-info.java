@NullMarked
package io.github.tlslift.dotnet.host;

import org.jspecify.annotations.NullMarked;
