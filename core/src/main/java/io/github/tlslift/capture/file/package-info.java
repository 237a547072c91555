/** Files of pcap and pcapng, also gzipped, to frames. */
@NullMarked
package io.github.tlslift.capture.file;

import org.jspecify.annotations.NullMarked;
