package io.github.tlslift.dotnet.config;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.Clr;
import io.github.tlslift.model.Location;
import io.github.tlslift.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The application pools and applications of {@code applicationHost.config} (Microsoft: IIS
 * configuration reference, {@code system.applicationHost}).
 */
public record ApplicationHost(List<Pool> pools, List<Application> applications) {

  /** Copies the lists. */
  public ApplicationHost {
    pools = List.copyOf(pools);
    applications = List.copyOf(applications);
  }

  /**
   * An application pool.
   *
   * @param runtimeVersion {@code v2.0}, {@code v4.0}, or the empty text of "No Managed Code"; empty
   *     where neither the pool nor the defaults say, as IIS 7 then takes v2.0 and IIS 8 none
   * @param enable32Bit whether its worker processes are 32-bit ones
   */
  public record Pool(
      String name, Optional<String> runtimeVersion, boolean enable32Bit, Location location) {

    /** The runtime line of its applications; empty where it is not said. */
    public Optional<Clr> clr() {
      return runtimeVersion.map(
          v -> v.isEmpty() ? Clr.CORE : v.startsWith("v4") ? Clr.CLR4 : Clr.CLR2);
    }

    /** The registry view that its worker processes read on a 64-bit Windows. */
    public Bitness bitness() {
      return enable32Bit ? Bitness.BITS_32 : Bitness.BITS_64;
    }
  }

  /**
   * An application of a site.
   *
   * @param site the site's name
   * @param path its virtual path, {@code /} for the root
   * @param pool the name of its pool; empty where nothing says
   * @param physicalPath its folder as written, {@code %SystemDrive%} and all; empty where not said
   */
  public record Application(
      String site, String path, String pool, String physicalPath, Location location) {

    /** The name under which {@code location} elements of the machine mean it. */
    public String virtualPath() {
      return path.equals("/") ? site : site + path;
    }
  }

  /** Reads the file. */
  public static ApplicationHost read(SourceText file) throws MalformedInputException {
    XmlElement root = ConfigTree.read(file, "configuration").root();
    return new ApplicationHost(
        root.path("system.applicationHost", "applicationPools")
            .flatMap(p -> p.all("add").map(a -> pool(a, p.first("applicationPoolDefaults"))))
            .toList(),
        root.path("system.applicationHost", "sites").flatMap(ApplicationHost::sites).toList());
  }

  /** The pool of an application, where it is listed. */
  public Optional<Pool> pool(Application application) {
    return pools.stream().filter(p -> p.name().equalsIgnoreCase(application.pool())).findFirst();
  }

  private static Pool pool(XmlElement pool, Optional<XmlElement> defaults) {
    Optional<String> version =
        given("managedRuntimeVersion", Stream.concat(Stream.of(pool), defaults.stream()));
    boolean enable32 =
        given("enable32BitAppOnWin64", Stream.concat(Stream.of(pool), defaults.stream()))
            .filter(v -> v.equalsIgnoreCase("true"))
            .isPresent();
    return new Pool(pool.value("name"), version, enable32, pool.location());
  }

  private static Stream<Application> sites(XmlElement sites) {
    return sites
        .all("site")
        .flatMap(
            site ->
                site.all("application").map(a -> application(a, site, poolDefault(site, sites))));
  }

  private static String poolDefault(XmlElement site, XmlElement sites) {
    return given(
            "applicationPool", Stream.of(site, sites).flatMap(e -> e.all("applicationDefaults")))
        .orElse("");
  }

  private static Application application(XmlElement a, XmlElement site, String poolDefault) {
    String folder =
        a.all("virtualDirectory")
            .filter(d -> d.value("path").equals("/"))
            .map(d -> d.value("physicalPath"))
            .findFirst()
            .orElse("");
    return new Application(
        site.value("name"),
        a.value("path"),
        given("applicationPool", Stream.of(a)).orElse(poolDefault),
        folder,
        a.location());
  }

  private static Optional<String> given(String attribute, Stream<XmlElement> from) {
    return from.flatMap(e -> e.attribute(attribute).stream())
        .map(XmlElement.Attribute::value)
        .findFirst();
  }
}
