@NullMarked
package io.github.tlslift.hello;

import org.jspecify.annotations.NullMarked;
