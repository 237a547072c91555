package io.github.tlslift.dotnet.assembly;

import io.github.tlslift.dotnet.assembly.fold.Program;
import io.github.tlslift.dotnet.assembly.image.Image;
import io.github.tlslift.dotnet.assembly.metadata.TableId;
import io.github.tlslift.dotnet.assembly.pe.Bundle;
import io.github.tlslift.dotnet.assembly.sink.Finder;
import io.github.tlslift.dotnet.assembly.sink.Found;
import io.github.tlslift.dotnet.assembly.sink.Places;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.model.HostKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads executables and libraries to the places in them that decide protocols. */
public final class AssemblyReader {
  private static final Map<String, HostKind> BASES =
      Map.of(
          "System.ServiceProcess.ServiceBase", HostKind.SERVICE,
          "Microsoft.Office.Tools.AddInBase", HostKind.OFFICE);

  private final boolean addresses;
  private final List<AssemblyFacts> assemblies = new ArrayList<>();
  private final List<Coverage.Gap> gaps = new ArrayList<>();

  private AssemblyReader(boolean addresses) {
    this.addresses = addresses;
  }

  /** The same without symbols beside the file. */
  public static AssemblyReading read(String file, byte[] bytes, boolean addresses)
      throws MalformedInputException {
    return read(file, bytes, new byte[0], addresses);
  }

  /**
   * Reads a file.
   *
   * @param file its path
   * @param pdb the symbols that lie beside it; no byte where there are none
   * @param addresses whether the endpoints that code names matter
   */
  public static AssemblyReading read(String file, byte[] bytes, byte[] pdb, boolean addresses)
      throws MalformedInputException {
    return new AssemblyReader(addresses).reading(file, bytes, pdb);
  }

  private AssemblyReading reading(String file, byte[] bytes, byte[] pdb)
      throws MalformedInputException {
    Optional<Image> image = Image.open(file, bytes);
    boolean starts = false;
    if (image.isPresent()) {
      add(image.get(), pdb);
    } else {
      Bundle bundle = Bundle.of(bytes);
      starts = bundle.kind() == Bundle.Kind.APPHOST;
      if (bundle.kind() == Bundle.Kind.BUNDLE) {
        for (Bundle.Entry entry : bundle.assemblies()) {
          inside(file + "/" + entry.path(), bundle.bytes(entry));
        }
      }
    }
    return new AssemblyReading(assemblies, starts, gaps);
  }

  private void add(Image image, byte[] pdb) throws MalformedInputException {
    assemblies.add(facts(image, pdb));
    for (Map.Entry<String, byte[]> carried : Embedded.in(image).entrySet()) {
      inside(image.file() + "/" + carried.getKey(), carried.getValue());
    }
  }

  // One that is broken costs itself alone.
  private void inside(String file, byte[] bytes) {
    try {
      Optional<Image> image = Image.open(file, bytes);
      if (image.isPresent()) {
        assemblies.add(facts(image.get(), new byte[0]));
      }
    } catch (MalformedInputException e) {
      gaps.add(new Coverage.Gap(file, String.valueOf(e.getMessage())));
    }
  }

  private AssemblyFacts facts(Image image, byte[] pdb) throws MalformedInputException {
    AssemblyInfo info = Describer.describe(image);
    Program program = new Program(image);
    Found found = new Found(program, new Places(image, Symbols.of(image.pe(), pdb)));
    boolean runs = !info.isReference() && !info.isOfFramework();
    gaps.addAll(runs ? new Finder(program, found, addresses).find() : List.of());
    return new AssemblyFacts(
        info,
        found.uses(),
        found.switches(),
        found.registry(),
        found.destinations(),
        runs ? host(image, info.starts()) : HostKind.LIBRARY);
  }

  private static HostKind host(Image image, boolean starts) throws MalformedInputException {
    HostKind plain = starts ? HostKind.EXE : HostKind.LIBRARY;
    for (int type = 1; type <= image.metadata().tables().count(TableId.TYPE_DEF); type++) {
      HostKind host = BASES.get(image.types().name(image.types().base(type)));
      if (host == HostKind.SERVICE && starts || host == HostKind.OFFICE) {
        return host;
      }
    }
    return plain;
  }
}
