package io.github.tlslift.model;

import java.util.List;
import java.util.Optional;

/**
 * A place in code, IL or config that uses a .NET member touching TLS.
 *
 * @param role what the member decides
 * @param member the qualified .NET name, such as {@code
 *     System.Net.ServicePointManager.SecurityProtocol}
 * @param api the way to connect that the member belongs to; empty for the process-wide static
 * @param operation what the place does with the value
 * @param value exactly what the place sets, adds, removes or restores; for {@link Operation#USE} an
 *     unknown value
 * @param conditional whether the place runs only sometimes (an {@code if}, a {@code catch}, an
 *     {@code #if}) or its value depends on a condition
 * @param guard what is known of when the place runs
 * @param condition the condition as written, such as {@code #if LEGACY}; empty where there is none
 * @param phase when it runs
 * @param container the enclosing member, such as {@code Program.Main}; empty where not known
 * @param code the text of the place, on one line
 * @param moments when it runs, or when its client connects; empty where that is not known
 */
public record ApiUse(
    Role role,
    String member,
    Optional<Api> api,
    Operation operation,
    FoldedValue value,
    boolean conditional,
    Guard guard,
    Optional<String> condition,
    Phase phase,
    String container,
    Location location,
    String code,
    List<Moment> moments)
    implements Evidence {

  /** Copies the moments. */
  public ApiUse {
    moments = List.copyOf(moments);
  }

  /** A place of which no more is known than whether it runs always. */
  public ApiUse(
      Role role,
      String member,
      Optional<Api> api,
      Operation operation,
      FoldedValue value,
      boolean conditional,
      Optional<String> condition,
      Phase phase,
      String container,
      Location location,
      String code) {
    this(
        role,
        member,
        api,
        operation,
        value,
        conditional,
        conditional ? Guard.SOMETIMES : Guard.ALWAYS,
        condition,
        phase,
        container,
        location,
        code,
        List.of());
  }

  /** The same place doing something else. */
  public ApiUse with(Role otherRole, Operation otherOperation, FoldedValue otherValue) {
    return new ApiUse(
        otherRole,
        member,
        api,
        otherOperation,
        otherValue,
        conditional,
        guard,
        condition,
        phase,
        container,
        location,
        code,
        moments);
  }

  /** The same place, run when the guard says. */
  public ApiUse with(boolean sometimes, Guard when, Optional<String> written) {
    return new ApiUse(
        role, member, api, operation, value, sometimes, when, written, phase, container, location,
        code, moments);
  }

  /** The same place, to which nothing in the program leads. */
  public ApiUse never() {
    return run(Phase.NEVER, List.of());
  }

  /** The same place, run at these moments. */
  public ApiUse at(List<Moment> when) {
    return run(phase, when);
  }

  private ApiUse run(Phase in, List<Moment> when) {
    return new ApiUse(
        role,
        member,
        api,
        operation,
        value,
        conditional,
        guard,
        condition,
        in,
        container,
        location,
        code,
        when);
  }

  /**
   * Whether it makes a request object, which takes the protocols in force at that moment (facts
   * R11).
   */
  public boolean makesRequest() {
    return role == Role.CLIENT && member.contains("WebRequest.Create");
  }

  /** Whether it stands before another place of the same member, and both run whenever that does. */
  public boolean runsBefore(ApiUse other) {
    return !conditional
        && !other.conditional
        && !container.isEmpty()
        && container.equals(other.container)
        && location.file().equals(other.location.file())
        && location.offset() < other.location.offset();
  }
}
