@NullMarked
package io.github.tlslift.xml;

import org.jspecify.annotations.NullMarked;
