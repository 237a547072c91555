/** XML with the place of every value; nothing outside the text is ever fetched. */
@NullMarked
package io.github.tlslift.xml;

import org.jspecify.annotations.NullMarked;
