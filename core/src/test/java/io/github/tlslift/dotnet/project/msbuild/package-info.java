@NullMarked
package io.github.tlslift.dotnet.project.msbuild;

import org.jspecify.annotations.NullMarked;
