/** What runs: projects, configs and code grouped into processes. */
@NullMarked
package io.github.tlslift.dotnet.process;

import org.jspecify.annotations.NullMarked;
