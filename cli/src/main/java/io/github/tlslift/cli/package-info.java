/** picocli commands: arguments in, reports out, exit codes. */
@NullMarked
package io.github.tlslift.cli;

import org.jspecify.annotations.NullMarked;
