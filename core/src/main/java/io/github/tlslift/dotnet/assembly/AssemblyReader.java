package io.github.tlslift.dotnet.assembly;

import io.github.tlslift.dotnet.assembly.fold.Program;
import io.github.tlslift.dotnet.assembly.image.Image;
import io.github.tlslift.dotnet.assembly.metadata.TableId;
import io.github.tlslift.dotnet.assembly.sink.Finder;
import io.github.tlslift.dotnet.assembly.sink.Found;
import io.github.tlslift.dotnet.assembly.sink.Places;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.Coverage;
import java.util.List;
import java.util.Optional;

/** Reads executables and libraries to the places in them that decide protocols. */
public final class AssemblyReader {
  private static final String SERVICE = "System.ServiceProcess.ServiceBase";

  private AssemblyReader() {}

  /**
   * Reads a file; empty where it is native code and no .NET.
   *
   * @param file its path
   * @param addresses whether the endpoints that code names matter
   */
  public static Optional<AssemblyFacts> read(String file, byte[] bytes, boolean addresses)
      throws MalformedInputException {
    Optional<Image> image = Image.open(file, bytes);
    return image.isEmpty() ? Optional.empty() : Optional.of(facts(image.get(), addresses));
  }

  private static AssemblyFacts facts(Image image, boolean addresses)
      throws MalformedInputException {
    AssemblyInfo info = Describer.describe(image);
    Program program = new Program(image);
    Found found = new Found(program, new Places(image, Places.Lines.NONE));
    boolean runs = !info.isReference() && !info.isOfFramework();
    List<Coverage.Gap> gaps = runs ? new Finder(program, found, addresses).find() : List.of();
    return new AssemblyFacts(
        info,
        found.uses(),
        found.switches(),
        found.registry(),
        found.destinations(),
        runs && info.starts() && isService(image),
        gaps);
  }

  private static boolean isService(Image image) throws MalformedInputException {
    for (int type = 1; type <= image.metadata().tables().count(TableId.TYPE_DEF); type++) {
      if (image.types().name(image.types().base(type)).equals(SERVICE)) {
        return true;
      }
    }
    return false;
  }
}
