@NullMarked
package io.github.tlslift.tls;

import org.jspecify.annotations.NullMarked;
