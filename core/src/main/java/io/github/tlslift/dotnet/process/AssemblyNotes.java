package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.assembly.AssemblyFacts;
import io.github.tlslift.dotnet.assembly.AssemblyInfo;
import io.github.tlslift.model.Clr;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What else a reader should know of a compiled program. */
final class AssemblyNotes {
  private AssemblyNotes() {}

  static List<String> of(AssemblyFacts main, List<AssemblyFacts> closure) {
    AssemblyInfo info = main.info();
    List<String> notes = new ArrayList<>();
    boolean framework = Hosted.clr(Optional.of(info.target())) != Clr.CORE;
    if (info.starts() && info.target().isNone() && info.runtime().startsWith("v4")) {
      notes.add(
          "it carries no TargetFrameworkAttribute, so it counts as built for .NET Framework 4.0;"
              + " tools that merge assemblies drop it");
    }
    if (info.starts() && framework) {
      notes.add("bitness: " + info.bitnessWords());
    }
    if (info.strongName()) {
      notes.add("strong-named: its bytes cannot be changed without the key; its config can");
    }
    if (info.isMixed()) {
      notes.add("it has native code of its own, which is not examined");
    }
    long carried =
        closure.stream().filter(a -> a.info().file().startsWith(info.file() + "/")).count();
    if (carried > 0) {
      notes.add("it carries " + carried + " other assemblies in itself, which were read, too");
    }
    closure.stream()
        .flatMap(a -> a.info().nativeCalls().stream())
        .filter(AssemblyNotes::connects)
        .map(c -> c.substring(0, c.indexOf('!')).toLowerCase(Locale.ROOT))
        .distinct()
        .forEach(l -> notes.add("it calls " + l + ", whose connections are its own"));
    return notes;
  }

  // WinHTTP, WinINet and Schannel by way of SSPI have settings of their own (facts R16).
  private static boolean connects(String call) {
    String library = call.toLowerCase(Locale.ROOT);
    return library.startsWith("winhttp")
        || library.startsWith("wininet")
        || library.startsWith("secur32")
        || library.startsWith("sspicli")
        || library.startsWith("schannel");
  }
}
