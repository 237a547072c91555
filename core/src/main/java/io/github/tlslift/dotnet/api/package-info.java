/** The catalogue, as data: .NET members that touch TLS. */
@NullMarked
package io.github.tlslift.dotnet.api;

import org.jspecify.annotations.NullMarked;
