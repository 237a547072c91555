/** The metadata of an assembly (ECMA-335 II.22 to II.24): heaps, tables, names, signatures. */
@NullMarked
package io.github.tlslift.dotnet.assembly.metadata;

import org.jspecify.annotations.NullMarked;
