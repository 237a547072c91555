package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.assembly.AssemblyFacts;
import io.github.tlslift.dotnet.assembly.AssemblyReader;
import io.github.tlslift.dotnet.assembly.AssemblyReading;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.walk.Inputs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Compiled programs and libraries, read once each. */
final class Assemblies {
  // The signature of metadata, which a portable PDB begins with (ECMA-335 II.24.2.1).
  private static final byte[] PORTABLE = {'B', 'S', 'J', 'B'};

  private final Inputs inputs;
  private final boolean addresses;
  private final Map<String, Optional<AssemblyReading>> read = new ConcurrentHashMap<>();
  private final Queue<Coverage.Gap> gaps = new ConcurrentLinkedQueue<>();

  Assemblies(Inputs inputs, boolean addresses) {
    this.inputs = inputs;
    this.addresses = addresses;
  }

  /** Reads them side by side; gives those that are .NET, by path. */
  Map<String, AssemblyReading> read(Collection<String> paths) {
    paths.parallelStream().forEach(this::at);
    return paths.stream()
        .filter(p -> at(p).filter(r -> !r.assemblies().isEmpty()).isPresent())
        .collect(Collectors.toMap(p -> p, p -> at(p).orElseThrow()));
  }

  /** Whether a file is native code that starts the library of its name. */
  boolean startsLibrary(String path) {
    return at(path).filter(AssemblyReading::startsLibrary).isPresent();
  }

  private Optional<AssemblyReading> at(String path) {
    return read.computeIfAbsent(path, this::reading);
  }

  private Optional<AssemblyReading> reading(String path) {
    Optional<byte[]> bytes = inputs.bytesOf(path);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      AssemblyReading reading = AssemblyReader.read(path, bytes.get(), pdb(path), addresses);
      gaps.addAll(reading.gaps());
      if (reading.isNative() && TreePath.extension(path).equals("exe")) {
        gap(path, "native code, not .NET: what it offers is not examined");
      }
      return Optional.of(reading);
    } catch (MalformedInputException e) {
      gap(path, String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError ownFault) {
      gap(path, "our own fault, please report it: " + ownFault);
    }
    return Optional.empty();
  }

  // Lines are a comfort; a large PDB of Windows that nobody reads is no gap.
  private byte[] pdb(String path) {
    String beside = AssemblyPrograms.stem(path) + ".pdb";
    return inputs.bytesOf(beside, PORTABLE).orElse(new byte[0]);
  }

  private void gap(String path, String reason) {
    gaps.add(new Coverage.Gap(path, reason));
  }

  /** What of them could not be read. */
  List<Coverage.Gap> gaps() {
    return new ArrayList<>(gaps);
  }

  /** An assembly and those of the same folder that it needs, directly or not. */
  static List<AssemblyFacts> closure(AssemblyReading root, Map<String, AssemblyReading> beside) {
    Map<String, AssemblyReading> byName =
        beside.values().stream()
            .collect(Collectors.toMap(r -> key(name(r)), r -> r, (first, second) -> first));
    List<AssemblyReading> all = new ArrayList<>(List.of(root));
    for (int i = 0; i < all.size(); i++) {
      all.get(i).assemblies().stream()
          .flatMap(a -> a.info().references().stream())
          .map(r -> byName.get(key(r.name())))
          .filter(r -> r != null && !all.contains(r))
          .distinct()
          .forEach(all::add);
    }
    return all.stream().flatMap(r -> r.assemblies().stream()).toList();
  }

  private static String name(AssemblyReading reading) {
    return reading.assemblies().get(0).info().identity().name();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
