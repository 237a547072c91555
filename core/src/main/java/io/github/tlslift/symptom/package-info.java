/** Error text, logs and captures to ranked causes; today the table of messages. */
@NullMarked
package io.github.tlslift.symptom;

import org.jspecify.annotations.NullMarked;
