/** Windows executables: headers, sections, the CLI header, single-file bundles. */
@NullMarked
package io.github.tlslift.dotnet.assembly.pe;

import org.jspecify.annotations.NullMarked;
