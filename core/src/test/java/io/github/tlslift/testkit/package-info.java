/** What tests of every module share. */
@NullMarked
package io.github.tlslift.testkit;

import org.jspecify.annotations.NullMarked;
