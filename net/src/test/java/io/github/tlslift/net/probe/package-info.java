@NullMarked
package io.github.tlslift.net.probe;

import org.jspecify.annotations.NullMarked;
