/** Results to text, JSON and SARIF: renderers only, which decide nothing. */
@NullMarked
package io.github.tlslift.report;

import org.jspecify.annotations.NullMarked;
