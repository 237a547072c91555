/** Which text an API shows for which failure, as a table. */
@NullMarked
package io.github.tlslift.symptom;

import org.jspecify.annotations.NullMarked;
