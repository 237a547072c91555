/** What tests of several packages and modules share. */
@NullMarked
package io.github.tlslift.testkit;

import org.jspecify.annotations.NullMarked;
