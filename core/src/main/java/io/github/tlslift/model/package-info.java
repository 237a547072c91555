/** The records every stage speaks. Imports nothing of ours. */
@NullMarked
package io.github.tlslift.model;

import org.jspecify.annotations.NullMarked;
