package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.project.Project;
import io.github.tlslift.dotnet.project.Project.Flavor;
import io.github.tlslift.dotnet.source.EntryPoint;
import io.github.tlslift.dotnet.source.SourceFacts;
import io.github.tlslift.model.Clr;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.TargetFramework;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which host runs what a project builds (facts section 4). */
final class Hosts {
  // In the order of authority: a web application may also carry COM-visible types.
  private static final Map<Flavor, HostKind> BY_FLAVOR = byFlavor();

  private Hosts() {}

  private static Map<Flavor, HostKind> byFlavor() {
    Map<Flavor, HostKind> map = new EnumMap<>(Flavor.class);
    map.put(Flavor.WEB_APPLICATION, HostKind.ASPNET);
    map.put(Flavor.OFFICE_ADDIN, HostKind.OFFICE);
    map.put(Flavor.AZURE_FUNCTION, HostKind.APP_SERVICE);
    map.put(Flavor.WEB_JOB, HostKind.APP_SERVICE);
    map.put(Flavor.SSIS, HostKind.COM);
    map.put(Flavor.SQL_CLR, HostKind.COM);
    map.put(Flavor.COM, HostKind.COM);
    return map;
  }

  /** The host of one of the frameworks a project is built for. */
  static Hosted of(Project project, Optional<TargetFramework> target, SourceFacts facts) {
    Clr clr = Hosted.clr(target);
    if (clr == Clr.CORE) {
      return new Hosted(core(project), clr, target);
    }
    HostKind host = framework(project, facts);
    return switch (host) {
      // The config says it, or nobody.
      case ASPNET -> new Hosted(host, clr, Optional.empty());
      case OFFICE, COM, LIBRARY -> new Hosted(host, clr, Optional.empty());
      default -> new Hosted(host, clr, started(project, target));
    };
  }

  // A function is a library: the host process of Azure Functions decides.
  private static Optional<TargetFramework> started(
      Project project, Optional<TargetFramework> target) {
    return project.isExecutable() ? stamped(project, target) : Optional.empty();
  }

  private static HostKind core(Project project) {
    return project.isExecutable() ? HostKind.EXE : HostKind.LIBRARY;
  }

  private static HostKind framework(Project project, SourceFacts facts) {
    for (Map.Entry<Flavor, HostKind> flavor : BY_FLAVOR.entrySet()) {
      if (project.flavors().contains(flavor.getKey())) {
        return flavor.getValue();
      }
    }
    Set<EntryPoint.Kind> starts =
        facts.entryPoints().stream().map(EntryPoint::kind).collect(Collectors.toSet());
    if (project.isExecutable()) {
      return starts.contains(EntryPoint.Kind.WINDOWS_SERVICE) ? HostKind.SERVICE : HostKind.EXE;
    }
    return starts.contains(EntryPoint.Kind.OFFICE_ADDIN) ? HostKind.OFFICE : HostKind.LIBRARY;
  }

  // P16: without the attribute it counts as 4.0, whatever it was built for.
  private static Optional<TargetFramework> stamped(
      Project project, Optional<TargetFramework> target) {
    Location at =
        target.map(TargetFramework::location).orElseGet(() -> Location.ofFile(project.file()));
    return project.targetAttribute() ? target : Optional.of(TargetFramework.none(at));
  }
}
