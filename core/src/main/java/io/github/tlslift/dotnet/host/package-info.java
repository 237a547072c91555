/** What the machine says: registry exports. */
@NullMarked
package io.github.tlslift.dotnet.host;

import org.jspecify.annotations.NullMarked;
