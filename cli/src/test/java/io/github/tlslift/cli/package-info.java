/** The command line as people and scripts meet it. */
@NullMarked
package io.github.tlslift.cli;

import org.jspecify.annotations.NullMarked;
