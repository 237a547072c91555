package io.github.tlslift.check;

import io.github.tlslift.dotnet.api.TriggerWords;
import io.github.tlslift.dotnet.process.ProcessReader;
import io.github.tlslift.dotnet.process.Workspace;
import io.github.tlslift.io.Words;
import io.github.tlslift.model.CheckReport;
import io.github.tlslift.walk.Inputs;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** The whole way: walk, read, group, resolve, match, judge and cure. */
public final class Check {
  private Check() {}

  /**
   * Checks what lies at a path.
   *
   * @param given registry exports of the machine, apart from those among the files
   */
  public static CheckReport run(Path root, CheckRequest request, RegistryExports given) {
    boolean addresses = request.endpoints().isEmpty();
    Inputs inputs = Inputs.of(root, Words.of(TriggerWords.of(kinds(addresses))));
    Workspace read = ProcessReader.read(inputs, addresses);
    return new Checker(request)
        .check(
            root.toString().replace('\\', '/'),
            read.processes(),
            Stream.concat(given.values().stream(), read.registry().stream()).toList(),
            read.coverage().plus(given.coverage()));
  }

  private static Set<TriggerWords.Kind> kinds(boolean addresses) {
    Set<TriggerWords.Kind> kinds = EnumSet.allOf(TriggerWords.Kind.class);
    if (!addresses) {
      kinds.remove(TriggerWords.Kind.ADDRESSES);
    }
    return kinds;
  }
}
