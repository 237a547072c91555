/** Source text of C#, VB, F# and PowerShell to evidence. Start reading at SourceReader. */
@NullMarked
package io.github.tlslift.dotnet.source;

import org.jspecify.annotations.NullMarked;
