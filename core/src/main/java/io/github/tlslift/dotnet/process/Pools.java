package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.config.ApplicationHost;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.walk.FileKind;
import io.github.tlslift.walk.Inputs;
import io.github.tlslift.walk.Inputs.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The application pools of every {@code applicationHost.config} among the inputs. */
final class Pools {
  private final List<ApplicationHost> hosts = new ArrayList<>();
  private final List<Coverage.Gap> gaps = new ArrayList<>();

  Pools(Inputs inputs) {
    inputs
        .files(FileKind.CONFIG)
        .map(Input::path)
        .filter(p -> TreePath.name(p).equalsIgnoreCase("applicationHost.config"))
        .flatMap(p -> inputs.text(p).stream())
        .forEach(this::read);
  }

  private void read(SourceText file) {
    try {
      hosts.add(ApplicationHost.read(file));
    } catch (MalformedInputException e) {
      gaps.add(new Coverage.Gap(file.file(), String.valueOf(e.getMessage())));
    }
  }

  /** The pool that runs the application of a folder: the one whose physical path ends like it. */
  Optional<ApplicationHost.Pool> of(String folder) {
    return hosts.stream()
        .flatMap(
            h ->
                h.applications().stream()
                    .filter(a -> isAt(a.physicalPath(), folder))
                    .flatMap(a -> h.pool(a).stream()))
        .findFirst();
  }

  private static boolean isAt(String physical, String folder) {
    String end = "/" + TreePath.name(folder).toLowerCase(Locale.ROOT);
    String path = physical.replace('\\', '/').toLowerCase(Locale.ROOT);
    return !folder.isEmpty() && path.endsWith(end);
  }

  /** What could not be read. */
  List<Coverage.Gap> gaps() {
    return List.copyOf(gaps);
  }
}
