package io.github.tlslift.cure;

import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Guard;
import io.github.tlslift.model.Moment;
import io.github.tlslift.model.ValueTest;
import java.util.List;

/** Puts {@code if (value != 0)} around a place, so that SystemDefault is left alone. */
final class SpareDefault {
  private static final ValueTest NOT_DEFAULT = new ValueTest.Bits(-1, 0, 0, false);

  private SpareDefault() {}

  static ApiUse around(ApiUse use) {
    Guard.Condition condition = new Guard.Condition(NOT_DEFAULT, "value != 0", use.location());
    Guard inner = new Guard(List.of(condition), true);
    List<Moment> moments =
        use.moments().stream()
            .map(m -> new Moment(m.order(), m.guard().and(inner), m.process()))
            .toList();
    return use.with(use.conditional(), use.guard().and(inner), use.condition()).at(moments);
  }
}
