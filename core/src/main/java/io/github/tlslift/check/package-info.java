/**
 * A request to a report: the whole way on one screen. Start reading at {@link
 * io.github.tlslift.check.Checker}.
 */
@NullMarked
package io.github.tlslift.check;

import org.jspecify.annotations.NullMarked;
