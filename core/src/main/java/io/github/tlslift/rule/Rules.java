package io.github.tlslift.rule;

import io.github.tlslift.model.Finding;
import java.util.List;

/** Every rule, in the order of the documentation. */
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          new PinnedLegacyProtocol(),
          new PinnedModernProtocol(),
          new AddedLegacyProtocol(),
          new OrOnSystemDefault(),
          new AddedModernProtocol(),
          new SetAfterRequest(),
          new RemovedProtocol(),
          new LeftToSystem(),
          new UnknownProtocolValue(),
          new CompetingWrites(),
          new SslStreamPin(),
          new HandlerPin(),
          new WcfPin(),
          new LegacyDefaultByTarget(),
          new MissingHttpRuntimeTarget(),
          new SwitchInUnreadFile(),
          new SwitchNotReadByAspNet(),
          new StrongCryptoSwitchedOff(),
          new RegistryForcesLegacy(),
          new RegistryWrongType(),
          new RegistryOneView(),
          new RegistryOddValue(),
          new RegistryWrongKey(),
          new RegistryWrite(),
          new ValidationSwitchedOff(),
          new RefusedConnection());

  private Rules() {}

  /** All rules. */
  public static List<Rule> all() {
    return ALL;
  }

  /** What all rules find. */
  public static List<Finding> check(Diagnosis diagnosis) {
    return ALL.stream().flatMap(r -> r.check(diagnosis)).distinct().sorted().toList();
  }
}
