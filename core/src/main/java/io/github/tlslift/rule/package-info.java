/** Evidence and outcomes to findings; one class per mistake, each sees the model only. */
@NullMarked
package io.github.tlslift.rule;

import org.jspecify.annotations.NullMarked;
