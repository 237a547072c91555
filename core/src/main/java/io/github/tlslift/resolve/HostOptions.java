package io.github.tlslift.resolve;

import java.util.Optional;

/**
 * What the host says beside the target (facts section 4).
 *
 * @param httpRuntime {@code httpRuntime/@targetFramework}
 * @param compilation {@code compilation/@targetFramework}
 * @param pool2 whether the IIS application pool runs CLR 2
 * @param noTargetAttribute whether the entry assembly carries no attribute
 * @param secondAppDomain whether the request is made in a domain that was created without a target
 *     name
 * @param supportedRuntime4 whether the config sends a 2.0 to 3.5 executable to CLR 4
 */
public record HostOptions(
    Optional<FrameworkVersion> httpRuntime,
    Optional<FrameworkVersion> compilation,
    boolean pool2,
    boolean noTargetAttribute,
    boolean secondAppDomain,
    boolean supportedRuntime4) {

  /** Nothing said. */
  public static final HostOptions NONE =
      new HostOptions(Optional.empty(), Optional.empty(), false, false, false, false);

  HostOptions withHttpRuntime(FrameworkVersion version) {
    return new HostOptions(
        Optional.of(version),
        compilation,
        pool2,
        noTargetAttribute,
        secondAppDomain,
        supportedRuntime4);
  }

  HostOptions withCompilation(FrameworkVersion version) {
    return new HostOptions(
        httpRuntime,
        Optional.of(version),
        pool2,
        noTargetAttribute,
        secondAppDomain,
        supportedRuntime4);
  }

  HostOptions onPool2() {
    return new HostOptions(
        httpRuntime, compilation, true, noTargetAttribute, secondAppDomain, supportedRuntime4);
  }

  HostOptions withoutTargetAttribute() {
    return new HostOptions(
        httpRuntime, compilation, pool2, true, secondAppDomain, supportedRuntime4);
  }

  HostOptions inSecondAppDomain() {
    return new HostOptions(
        httpRuntime, compilation, pool2, noTargetAttribute, true, supportedRuntime4);
  }

  HostOptions withSupportedRuntime4() {
    return new HostOptions(
        httpRuntime, compilation, pool2, noTargetAttribute, secondAppDomain, true);
  }
}
