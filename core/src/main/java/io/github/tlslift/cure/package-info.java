/**
 * Verdicts to cures: each is tried by judging the edited evidence, and dropped where nothing turns.
 */
@NullMarked
package io.github.tlslift.cure;

import org.jspecify.annotations.NullMarked;
