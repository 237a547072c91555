package io.github.tlslift.resolve;

import io.github.tlslift.model.Api;
import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.Clr;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Location;
import io.github.tlslift.windows.WindowsVersion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything that decides what one process offers through one API on one Windows: the input of
 * {@link Resolver}.
 *
 * @param clr the runtime line
 * @param installed the in-place framework; empty for native callers
 * @param target what the entry assembly targets; empty for none
 * @param targetAt where that is said
 * @param host what starts the CLR
 * @param options what the host says beside the target
 * @param bitness which registry view counts
 * @param registry the values given
 * @param switches AppContext switches and {@code appSettings} of the config that counts
 * @param code writes of the process-wide static, in order
 * @param api the API that connects
 * @param argument the protocol value given to the API itself; empty where it has none
 * @param argumentAt where that value stands
 * @param windows the Windows
 * @param basis what was looked at, for reasons that rest on an absence
 */
public record Situation(
    Clr clr,
    Optional<Installed> installed,
    Optional<FrameworkVersion> target,
    Optional<Location> targetAt,
    HostKind host,
    HostOptions options,
    Bitness bitness,
    RegistryState registry,
    List<SwitchValue> switches,
    List<CodeWrite> code,
    Api api,
    OptionalInt argument,
    Optional<Location> argumentAt,
    WindowsVersion windows,
    Basis basis) {

  /** Copies the lists. */
  public Situation {
    switches = List.copyOf(switches);
    code = List.copyOf(code);
  }

  /**
   * What was looked at, as the right-hand side of a reason.
   *
   * @param config such as {@code App.config has no switch}
   * @param code such as {@code 41 files read}
   * @param late the first write that comes after the request; empty where none does
   */
  public record Basis(String config, String code, Optional<Location> late) {
    /** Nothing to say. */
    public static final Basis NONE = new Basis("", "", Optional.empty());
  }

  /** Whether the installed framework is this version or later. */
  boolean installedAtLeast(String version) {
    return installed.isPresent() && installed.get().isAtLeast(version);
  }

  /** Whether an update is installed. */
  boolean hasUpdate(String update) {
    return installed.isPresent() && installed.get().has(update);
  }

  /** The same with its evidence at other places. */
  Situation at(
      Optional<Location> target,
      Optional<Location> argumentPlace,
      List<SwitchValue> switchValues,
      List<CodeWrite> writes,
      Basis looked) {
    return new Situation(
        clr,
        installed,
        this.target,
        target,
        host,
        options,
        bitness,
        registry,
        switchValues,
        writes,
        api,
        argument,
        argumentPlace,
        windows,
        looked);
  }

  /** The same on another Windows. */
  public Situation on(WindowsVersion other) {
    return new Situation(
        clr,
        installed,
        target,
        targetAt,
        host,
        options,
        bitness,
        registry,
        switches,
        code,
        api,
        argument,
        argumentAt,
        other,
        basis);
  }

  /** The same on another runtime line. */
  Situation withClr(Clr other) {
    return new Situation(
        other,
        installed,
        target,
        targetAt,
        host,
        options,
        bitness,
        registry,
        switches,
        code,
        api,
        argument,
        argumentAt,
        windows,
        basis);
  }
}
