@NullMarked
package io.github.tlslift.dotnet.project;

import org.jspecify.annotations.NullMarked;
