package io.github.tlslift.mend;

import io.github.tlslift.edit.NotEditableException;
import io.github.tlslift.io.SourceText;

/** Scripts that carry a signature, which an edit would break (about_Signing). */
final class Signed {
  private static final String MARK = "# SIG # Begin signature block";

  private Signed() {}

  static void refuse(SourceText script) throws NotEditableException {
    if (script.text().contains(MARK)) {
      throw new NotEditableException(
          script.file() + " is signed, and an edit breaks the signature; sign it again afterwards");
    }
  }
}
