package io.github.tlslift.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The search for words, beside one that looks everywhere. */
final class WordsTest {
  private static int naive(Map<Integer, List<String>> classes, String text) {
    String lower = ascii(text);
    return classes.entrySet().stream()
        .filter(e -> e.getValue().stream().anyMatch(w -> lower.contains(ascii(w))))
        .mapToInt(Map.Entry::getKey)
        .reduce(0, (a, b) -> a | b);
  }

  private static int[] naivePositions(Map<Integer, List<String>> classes, String text) {
    String lower = ascii(text);
    return IntStream.range(0, text.length())
        .filter(
            i ->
                classes.values().stream()
                    .flatMap(List::stream)
                    .anyMatch(w -> lower.startsWith(ascii(w), i)))
        .toArray();
  }

  // A to Z only: there are letters elsewhere whose lower case is an ASCII letter.
  private static String ascii(String text) {
    StringBuilder lower = new StringBuilder();
    text.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
    return lower.toString();
  }

  private static void agree(Map<Integer, List<String>> classes, String text) {
    Words words = Words.of(classes);
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    assertThat(words.in(bytes, bytes.length))
        .as("in %s of %s", text, classes)
        .isEqualTo(naive(classes, text));
    assertThat(words.positions(text))
        .as("in %s of %s", text, classes)
        .containsExactly(naivePositions(classes, text));
  }

  @Test
  void agreesWithANaiveSearchOnRandomText() {
    Random random = new Random(1);
    for (int round = 0; round < 4_000; round++) {
      Map<Integer, List<String>> classes = new TreeMap<>();
      for (int bit = 0; bit < 1 + random.nextInt(3); bit++) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
          words.add(text(random, 3 + random.nextInt(6), "abAB"));
        }
        classes.put(1 << bit, words);
      }
      agree(classes, text(random, random.nextInt(80), "abAB\u00E1."));
    }
  }

  private static String text(Random random, int length, String alphabet) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  @Test
  void agreesWhereEverythingLooksLikeAWord() {
    Map<Integer, List<String>> classes =
        Map.of(1, List.of("aaaa", "aaab"), 2, List.of("baaa"), 4, List.of("aab"));
    for (int length = 0; length < 24; length++) {
      String run = "a".repeat(length);
      for (String text :
          List.of(run, run + "b", "b" + run, run + "b" + run, run.toUpperCase(Locale.ROOT))) {
        agree(classes, text);
      }
    }
  }

  @Test
  void findsAWordInEveryMixOfCase() {
    Words words = Words.of(Map.of(1, List.of("Tls12x"), 2, List.of("sslProtocols")));
    for (int mix = 0; mix < 1 << 6; mix++) {
      char[] letters = "tls12x".toCharArray();
      for (int i = 0; i < letters.length; i++) {
        letters[i] = (mix >> i & 1) == 1 ? Character.toUpperCase(letters[i]) : letters[i];
      }
      String text = "--" + new String(letters) + "--";
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      assertThat(words.in(bytes, bytes.length)).as(text).isEqualTo(1);
      assertThat(words.positions(text)).as(text).containsExactly(2);
    }
  }

  @Test
  void findsAWordAtEveryPlaceAndNoneThatIsCutOff() {
    Words words = Words.of(Map.of(1, List.of("Protocol"), 2, List.of("Tls")));
    for (int before = 0; before < 40; before++) {
      String text = ".".repeat(before) + "Protocol";
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      assertThat(words.in(bytes, bytes.length)).isEqualTo(1);
      assertThat(words.in(bytes, bytes.length - 1)).isZero();
      assertThat(words.positions(text)).containsExactly(before);
    }
  }

  @Test
  void lettersOutsideAsciiAreNoLettersOfAWord() {
    Words words = Words.of(Map.of(1, List.of("kiss")));
    // The Kelvin sign and the long s: their lower and upper case are ASCII.
    assertThat(words.positions("\u212Aiss ki\u017Fs k\u0131ss")).isEmpty();
    byte[] bytes = "\u212Aiss ki\u017Fs".getBytes(StandardCharsets.UTF_8);
    assertThat(words.in(bytes, bytes.length)).isZero();
  }

  @Test
  void neverLooksBeyondTheLength() {
    Words words = Words.of(Map.of(1, List.of("abc")));
    byte[] bytes = "xxabc".getBytes(StandardCharsets.US_ASCII);
    for (int length = 0; length < bytes.length; length++) {
      assertThat(words.in(bytes, length)).isZero();
    }
    assertThat(words.in(bytes, bytes.length)).isEqualTo(1);
    assertThat(words.positions("")).isEmpty();
  }
}
