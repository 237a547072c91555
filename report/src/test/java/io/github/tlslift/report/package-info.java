@NullMarked
package io.github.tlslift.report;

import org.jspecify.annotations.NullMarked;
