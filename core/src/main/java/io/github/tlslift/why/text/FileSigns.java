package io.github.tlslift.why.text;

import io.github.tlslift.io.SourceText;
import io.github.tlslift.why.signal.Sighting;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The signs in a file, whatever it is and however long.
 *
 * @param start the text it begins with
 */
public record FileSigns(List<Sighting> signs, String start) {
  // Longer texts are logs: only their failing moments are read.
  private static final int LONG = 1 << 20;

  /** Copies the signs. */
  public FileSigns {
    signs = List.copyOf(signs);
  }

  /** Reads a text, a log or exported events; the stream is not closed. */
  public static FileSigns of(InputStream file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(file, LONG + 1);
    in.mark(LONG + 1);
    byte[] bytes = in.readNBytes(LONG + 1);
    in.reset();
    SourceText start = SourceText.of("", bytes);
    return new FileSigns(signs(in, start, bytes.length > LONG), start.text());
  }

  private static List<Sighting> signs(InputStream in, SourceText start, boolean isLong)
      throws IOException {
    if (Events.beginsWith(start.text())) {
      Charset charset = start.bomLength() == 0 ? StandardCharsets.UTF_8 : start.charset();
      return Events.signs(new BufferedReader(new InputStreamReader(in, charset)));
    }
    boolean asBytes = start.bomLength() != 2;
    return isLong && asBytes
        ? TextSigns.in(Digest.of(in))
        : TextSigns.in(SourceText.of("", in.readAllBytes()).text());
  }
}
