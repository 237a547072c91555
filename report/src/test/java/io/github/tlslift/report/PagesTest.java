package io.github.tlslift.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.cure.Cures;
import io.github.tlslift.model.Cause;
import io.github.tlslift.rule.Rule;
import io.github.tlslift.rule.Rules;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule, cause and cure has its page, every page its rule, and all have one shape. */
final class PagesTest {
  private static final Pages PAGES = Pages.own();

  private static final Map<String, List<String>> SECTIONS =
      Map.of(
          "rules", List.of("What it does", "Why it is bad", "Example", "Instead", "Sources"),
          "causes", List.of("What happens", "How it shows", "How to tell", "What helps", "Sources"),
          "cures",
              List.of(
                  "What it does",
                  "What it takes",
                  "Where it works",
                  "What else changes",
                  "Undo",
                  "Sources"),
          "claims", List.of("The claim", "Verdict", "What the resolver answers", "Sources"),
          "resolver", List.of("What it decides", "Example", "Confidence", "Sources"));

  static List<Pages.Page> pages() {
    return PAGES.all();
  }

  private static List<String> ids(String group) {
    return PAGES.all().stream().filter(p -> p.group().equals(group)).map(Pages.Page::id).toList();
  }

  @Test
  void everyRuleHasAPageAndEveryPageARule() {
    assertThat(ids("rules"))
        .containsExactlyInAnyOrderElementsOf(Rules.all().stream().map(Rule::id).toList());
  }

  @Test
  void everyCauseHasAPageAndEveryPageACause() {
    assertThat(ids("causes"))
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Cause.values()).map(Cause::id).toList());
  }

  @Test
  void everyCureHasAPageAndEveryPageACure() throws ReflectiveOperationException {
    List<String> cures = new ArrayList<>(cures());
    cures.add("relay");
    assertThat(ids("cures"))
        .containsExactlyInAnyOrderElementsOf(cures.stream().distinct().toList());
  }

  // The list of treatments is nobody's business but the cures' own.
  private static List<String> cures() throws ReflectiveOperationException {
    Field all = Cures.class.getDeclaredField("SINGLE");
    all.setAccessible(true);
    List<String> ids = new ArrayList<>();
    for (Object treatment : (List<?>) all.get(null)) {
      Method id = treatment.getClass().getDeclaredMethod("id");
      id.setAccessible(true);
      ids.add((String) id.invoke(treatment));
    }
    return ids;
  }

  @Test
  void everyResolverRuleHasAPageInItsOrder() {
    assertThat(ids("resolver"))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 18).mapToObj(i -> "R" + i).toList());
  }

  @Test
  void noIdStandsForTwoPages() {
    assertThat(PAGES.all()).extracting(Pages.Page::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void aPageHasTheShapeOfItsGroup(Pages.Page page) {
    List<String> headings = page.text().lines().filter(l -> l.startsWith("#")).toList();
    assertThat(headings.get(0)).startsWith("# " + page.id());
    assertThat(headings.stream().skip(1).map(h -> h.substring(3)))
        .containsExactlyElementsOf(sections(page.group()));
    assertThat(page.summary()).endsWith(".").hasSizeLessThan(120);
  }

  private static List<String> sections(String group) {
    return SECTIONS.getOrDefault(group, List.of());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void aPagePrintsAsPlainText(Pages.Page page) {
    String text = new PageText(new TextStyle(100, false)).page(page);
    assertThat(text)
        .contains(page.summary().replace("`", ""))
        .doesNotContain("```", "**", "\u001b");
  }

  @ParameterizedTest
  @CsvSource({
    "pinned-legacy-protocol, pinned-legacy-protocol",
    "Client-Protocol-Too-Old, client-protocol-too-old",
    "r6, R6",
    "R18, R18",
    "relay, relay",
    "net35-has-no-workaround, net35-has-no-workaround"
  })
  void findsAPageWhateverItsCase(String asked, String found) {
    assertThat(PAGES.find(asked)).map(Pages.Page::id).contains(found);
  }

  @Test
  void givesThePagesOfBothForCuresTriedTogether() {
    Pages.Page both = PAGES.find("pin-removal+config-switch").orElseThrow();
    assertThat(both.id()).isEqualTo("pin-removal+config-switch");
    assertThat(both.text())
        .startsWith("# pin-removal+config-switch\n")
        .contains("# pin-removal\n", "# config-switch\n");
    assertThat(PAGES.find("pin-removal+nothing")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"nothing", "../rules/relay", "rules/handler-pin", "R19", "+", "relay+"})
  void findsNothingElse(String asked) {
    assertThat(PAGES.find(asked)).isEmpty();
  }
}
