package io.github.tlslift.walk;

import io.github.tlslift.io.Words;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads files one after the other into one buffer and searches them for words. */
final class Search {
  // What says that a file is of no interest stands near its start.
  private static final int HEAD = 1 << 15;
  private static final ThreadLocal<Search> OF_THREAD = ThreadLocal.withInitial(Search::new);

  private ByteBuffer direct = ByteBuffer.allocateDirect(1 << 18);
  private byte[] bytes = new byte[1 << 18];

  static Search ofThread() {
    return OF_THREAD.get();
  }

  /** The classes of words in a file of about this size. */
  int in(Path file, long size, Words words) throws IOException {
    ensure((int) size);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      direct.clear();
      if (size > 2 * HEAD) {
        int found = in(bytes, read(channel, HEAD), words);
        if (words.isSettled(found)) {
          return found;
        }
      }
      // A size of 0 says nothing: some file systems do not know it.
      return in(bytes, read(channel, size == 0 ? direct.capacity() : (int) size), words);
    }
  }

  /** The classes of words in bytes; UTF-16 is searched as text. */
  static int in(byte[] bytes, int length, Words words) {
    boolean wide =
        length > 1
            && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
    return wide ? inWide(bytes, length, words) : words.in(bytes, length);
  }

  // Every other byte of UTF-16 is the letter, as far as the words go.
  private static int inWide(byte[] bytes, int length, Words words) {
    byte[] narrow = new byte[length / 2];
    int low = bytes[0] == (byte) 0xFF ? 0 : 1;
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = bytes[2 * i + low];
    }
    return words.in(narrow, narrow.length);
  }

  // All that was read so far, up to the limit.
  private int read(FileChannel channel, int limit) throws IOException {
    int before = direct.position();
    direct.limit(limit);
    while (direct.hasRemaining() && channel.read(direct) > 0) {
      continue;
    }
    int length = direct.position();
    direct.get(before, bytes, before, length - before);
    return length;
  }

  private void ensure(int size) {
    if (direct.capacity() < size) {
      direct = ByteBuffer.allocateDirect(size + (size >> 1));
      bytes = new byte[direct.capacity()];
    }
  }
}
