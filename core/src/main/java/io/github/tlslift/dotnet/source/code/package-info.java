/** One scanner per language: text to declarations, writes and calls in their blocks. */
@NullMarked
package io.github.tlslift.dotnet.source.code;

import org.jspecify.annotations.NullMarked;
