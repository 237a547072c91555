package io.github.tlslift.why.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rows of {@code signals.csv}. */
final class SignalTableTest {
  private static final Set<String> IDS =
      SignalTable.all().stream().map(Signal::id).collect(Collectors.toSet());

  @Test
  void sayWhatTheyMean() {
    assertThat(SignalTable.all()).allMatch(s -> !s.says().isBlank());
  }

  @Test
  void haveAReason() {
    assertThat(SignalTable.all()).allMatch(s -> !s.reason().isBlank());
  }

  @Test
  void speakForSomething() {
    assertThat(SignalTable.all()).allMatch(s -> s.strength() > 0);
  }

  @Test
  void needSignsThatThereAre() {
    assertThat(SignalTable.all())
        .allSatisfy(
            s ->
                assertThat(s.needs().choices())
                    .allSatisfy(
                        c ->
                            assertThat(c)
                                .allMatch(
                                    t -> IDS.contains(t.startsWith("!") ? t.substring(1) : t))));
  }

  @Test
  void codesAreFoundInEveryNotation() {
    Signal illegal = SignalTable.byId("sec-illegal-message");
    var pattern = illegal.pattern().orElseThrow();
    assertThat("0x80090326 80090326 -2146893018 2148074278".split(" "))
        .allMatch(t -> pattern.matcher(t).find());
    assertThat(pattern.matcher("0x800903261 12146893018").find()).isFalse();
  }
}
