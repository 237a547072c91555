@NullMarked
package io.github.tlslift.net.tap;

import org.jspecify.annotations.NullMarked;
