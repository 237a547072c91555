package io.github.tlslift.dotnet.assembly.pdb;

import io.github.tlslift.dotnet.assembly.metadata.Compressed;
import io.github.tlslift.dotnet.assembly.metadata.Metadata;
import io.github.tlslift.dotnet.assembly.metadata.TableId;
import io.github.tlslift.io.ByteReader;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.TreePath;
import java.util.Optional;

/**
 * The lines of source that a method was made of (dotnet/runtime, "Portable PDB v1.0: Format
 * Specification").
 */
public final class PortablePdb {
  private final Metadata metadata;

  private PortablePdb(Metadata metadata) {
    this.metadata = metadata;
  }

  /** Reads a portable PDB; another format is malformed. */
  public static PortablePdb read(byte[] bytes) throws MalformedInputException {
    return new PortablePdb(Metadata.read(ByteReader.of(bytes)));
  }

  /**
   * {@code Program.cs:12}; empty where the place has no line.
   *
   * @param method its row
   * @param offset within its code
   */
  public Optional<String> line(int method, int offset) throws MalformedInputException {
    if (method > metadata.tables().count(TableId.METHOD_DEBUG_INFORMATION)) {
      return Optional.empty();
    }
    int document = metadata.tables().get(TableId.METHOD_DEBUG_INFORMATION, method, 0);
    ByteReader points = metadata.blob(TableId.METHOD_DEBUG_INFORMATION, method, 1);
    return points.isAtEnd() ? Optional.empty() : new Points(points, document).at(offset);
  }

  /** The sequence points of a method, one after the other. */
  private final class Points {
    private final ByteReader blob;
    private int document;
    private int offset;
    private int line = -1;
    private int last;

    Points(ByteReader blob, int document) throws MalformedInputException {
      this.blob = blob;
      number();
      this.document = document == 0 ? number() : document;
    }

    private int number() throws MalformedInputException {
      return Compressed.unsigned(blob, "SequencePoints");
    }

    Optional<String> at(int wanted) throws MalformedInputException {
      Optional<String> found = Optional.empty();
      boolean first = true;
      while (!blob.isAtEnd()) {
        int more = number();
        if (more == 0 && !first) {
          document = number();
          continue;
        }
        offset += more;
        first = false;
        point();
        if (offset > wanted) {
          return found;
        }
        found = line < 0 ? found : Optional.of(name(document) + ":" + line);
      }
      return found;
    }

    // Lines and columns that are both 0 hide a point.
    private void point() throws MalformedInputException {
      int lines = number();
      int columns = lines == 0 ? number() : Compressed.signed(blob, "SequencePoints");
      if (lines == 0 && columns == 0) {
        line = -1;
        return;
      }
      boolean known = last > 0;
      last = known ? last + Compressed.signed(blob, "SequencePoints") : number();
      line = last;
      // The column: a number where it is the first, else the distance from the one before.
      number();
    }
  }

  // A separator and the parts between, each an index of a blob with UTF-8.
  private String name(int document) throws MalformedInputException {
    ByteReader blob = metadata.blob(TableId.DOCUMENT, document, 0);
    blob.skip(blob.isAtEnd() ? 0 : 1, "Document.Name");
    String part = "";
    while (!blob.isAtEnd()) {
      ByteReader text = metadata.blob(Compressed.unsigned(blob, "Document.Name"));
      part = text.utf8(text.remaining(), "Document.Name");
    }
    return TreePath.name(part.replace('\\', '/'));
  }
}
