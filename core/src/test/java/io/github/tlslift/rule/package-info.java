@NullMarked
package io.github.tlslift.rule;

import org.jspecify.annotations.NullMarked;
