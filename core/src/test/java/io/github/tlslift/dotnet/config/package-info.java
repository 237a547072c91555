@NullMarked
package io.github.tlslift.dotnet.config;

import org.jspecify.annotations.NullMarked;
