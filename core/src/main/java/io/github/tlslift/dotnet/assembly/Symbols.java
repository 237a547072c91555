package io.github.tlslift.dotnet.assembly;

import io.github.tlslift.dotnet.assembly.pdb.DebugDirectory;
import io.github.tlslift.dotnet.assembly.pdb.PortablePdb;
import io.github.tlslift.dotnet.assembly.pe.PeFile;
import io.github.tlslift.dotnet.assembly.sink.Places.Lines;
import io.github.tlslift.io.MalformedInputException;
import java.util.Optional;

/**
 * The lines of an assembly from the PDB inside it or beside it. Where there is none, or one of
 * Windows or of Mono, whose formats are others, a place is told by its method and offset.
 */
final class Symbols {
  private Symbols() {}

  static Lines of(PeFile pe, byte[] beside) {
    try {
      Optional<byte[]> embedded = DebugDirectory.embedded(pe);
      byte[] bytes = embedded.orElse(beside);
      return bytes.length == 0 ? Lines.NONE : lines(PortablePdb.read(bytes));
    } catch (MalformedInputException noneOfOurs) {
      return Lines.NONE;
    }
  }

  private static Lines lines(PortablePdb pdb) {
    return (method, offset) -> {
      try {
        return pdb.line(method, offset);
      } catch (MalformedInputException broken) {
        return Optional.empty();
      }
    };
  }
}
