/** What texts, logs and events are said to come from. */
@NullMarked
package io.github.tlslift.why;

import org.jspecify.annotations.NullMarked;
