package io.github.tlslift.walk;

import java.io.IOException;

/** Where the bytes of a path come from: a folder on disk or an archive. */
interface Origin {
  byte[] bytes(String path) throws IOException;
}
