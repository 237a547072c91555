package io.github.tlslift.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.model.Cause;
import io.github.tlslift.why.signal.Sighting;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer holds. */
final class WhyTest {
  private static final String SEND =
      "The underlying connection was closed: An unexpected error occurred on a send.";

  @Test
  void aBareSendFailureHasAboutItsTrueOdds() {
    Diagnosis said = Why.ofText(SEND);
    assertThat(said.cause()).isEqualTo(Cause.CLIENT_PROTOCOL_TOO_OLD);
    assertThat(said.confidence()).isBetween(0.55, 0.78);
    assertThat(said.question()).isNotEmpty();
  }

  @Test
  void probabilitiesAreOne() {
    var odds = Odds.of(Why.signs(SEND), BaseRates.all());
    assertThat(odds).hasSize(Cause.values().length);
    assertThat(odds.values().stream().mapToDouble(d -> d).sum()).isBetween(0.999, 1.001);
  }

  @Test
  void baseRatesAreShares() {
    assertThat(BaseRates.all()).hasSize(Cause.values().length);
    assertThat(BaseRates.all().values().stream().mapToDouble(d -> d).sum()).isBetween(0.99, 1.11);
  }

  @Test
  void innerExceptionOutweighsTheOuterSentence() {
    Diagnosis said =
        Why.ofText(SEND + " ---> System.IO.IOException: unexpected packet format, port 587");
    assertThat(said.cause()).isEqualTo(Cause.PLAINTEXT_ON_TLS_PORT);
  }

  @Test
  void evidenceNamesLineAndText() {
    Sighting first = Why.ofText("some program\n\n" + SEND).evidence().get(0);
    assertThat(first.line()).isEqualTo(3);
    assertThat(first.text()).isEqualTo(SEND);
  }

  @Test
  void whatSpeaksAgainstIsSaid() {
    assertThat(Why.ofText(SEND).against()).isEmpty();
    assertThat(Why.ofText(SEND + "\nWindows 11").against()).hasSize(1);
  }

  @Test
  void whatWorksElsewhereCounts() {
    Diagnosis said = Why.ofText(SEND + "\nIt works from my phone's mobile hotspot.");
    assertThat(said.cause()).isEqualTo(Cause.MIDDLEBOX);
  }

  @Test
  void programThatOffersEnoughTurnsTheAnswer() {
    List<Sighting> signs = new java.util.ArrayList<>(Why.signs(SEND));
    signs.add(Sighting.of("offer-connects", "the program"));
    assertThat(Diagnose.of(signs).cause()).isNotEqualTo(Cause.CLIENT_PROTOCOL_TOO_OLD);
  }

  @Test
  void documentedServiceRaisesTheOdds() {
    double bare = Why.ofText(SEND).confidence();
    assertThat(Why.ofText(SEND + " https://contoso.sharepoint.com/x").confidence())
        .isGreaterThan(bare);
    assertThat(Why.ofText(SEND + " https://contoso.example/x").confidence()).isEqualTo(bare);
  }

  @Test
  void anyCharactersGetAnAnswer() {
    Random random = new Random(4);
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      random.ints(random.nextInt(400), 0, 0xFFFF).forEach(c -> text.append((char) c));
      assertThat(Why.ofText(text.toString()).confidence()).isBetween(0.0, 1.0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" ", "-", "a-", "version 0x0301 ", "&#", "<b ", "{[", "https://", "1", "at "})
  void oneThingManyTimesGetsAnAnswer(String unit) {
    assertThat(Why.ofText(unit.repeat(50_000 / unit.length())).next()).isNotEmpty();
  }

  @Test
  void everyTruncationGetsAnAnswer() {
    String text = "{\"a\": \"" + SEND + "\\r\\n   at X.Y() &#x22; \\u00e9 <br>\", \"b\": [1, {}]}";
    for (int i = 0; i <= text.length(); i++) {
      assertThat(Why.ofText(text.substring(0, i)).next()).isNotEmpty();
    }
  }
}
