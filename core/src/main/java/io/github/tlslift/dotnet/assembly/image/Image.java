package io.github.tlslift.dotnet.assembly.image;

import io.github.tlslift.dotnet.assembly.il.MethodBody;
import io.github.tlslift.dotnet.assembly.metadata.Attributes;
import io.github.tlslift.dotnet.assembly.metadata.Members;
import io.github.tlslift.dotnet.assembly.metadata.Metadata;
import io.github.tlslift.dotnet.assembly.metadata.TableId;
import io.github.tlslift.dotnet.assembly.metadata.Types;
import io.github.tlslift.dotnet.assembly.pe.CliHeader;
import io.github.tlslift.dotnet.assembly.pe.PeFile;
import io.github.tlslift.io.ByteReader;
import io.github.tlslift.io.MalformedInputException;
import java.util.Optional;

/**
 * A .NET assembly, opened.
 *
 * @param file its path
 */
public record Image(
    String file,
    PeFile pe,
    CliHeader cli,
    Metadata metadata,
    Types types,
    Members members,
    Attributes attributes) {

  /** Opens a file; empty where it is native code. */
  public static Optional<Image> open(String file, byte[] bytes) throws MalformedInputException {
    return open(file, PeFile.read(bytes));
  }

  static Optional<Image> open(String file, PeFile pe) throws MalformedInputException {
    if (pe.cli().isEmpty()) {
      return Optional.empty();
    }
    CliHeader cli = CliHeader.read(pe, pe.cli().get());
    Metadata metadata = Metadata.read(pe.at(cli.metadata(), "CliHeader.MetaData"));
    Types types = new Types(metadata);
    Members members = new Members(metadata, types);
    Attributes attributes = new Attributes(metadata, members);
    return Optional.of(new Image(file, pe, cli, metadata, types, members, attributes));
  }

  /** How many methods it defines. */
  public int methods() {
    return metadata.tables().count(TableId.METHOD_DEF);
  }

  /** The body of a method; empty where it has none of IL. */
  public Optional<MethodBody> body(int method) throws MalformedInputException {
    int rva = metadata.tables().get(TableId.METHOD_DEF, method, 0);
    int implementation = metadata.tables().get(TableId.METHOD_DEF, method, 1);
    boolean isIl = (implementation & 0x3) == 0;
    if (rva == 0 || !isIl) {
      return Optional.empty();
    }
    ByteReader at = pe.at(rva & 0xFFFF_FFFFL, "MethodDef.RVA");
    return Optional.of(MethodBody.read(at));
  }
}
