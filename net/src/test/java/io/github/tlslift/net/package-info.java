@NullMarked
package io.github.tlslift.net;

import org.jspecify.annotations.NullMarked;
