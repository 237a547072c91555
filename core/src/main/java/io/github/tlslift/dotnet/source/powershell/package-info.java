/** The PowerShell front end. */
@NullMarked
package io.github.tlslift.dotnet.source.powershell;

import org.jspecify.annotations.NullMarked;
