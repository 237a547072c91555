/** Evaluates MSBuild files as far as they decide what is built; targets are never run. */
@NullMarked
package io.github.tlslift.dotnet.project.msbuild;

import org.jspecify.annotations.NullMarked;
