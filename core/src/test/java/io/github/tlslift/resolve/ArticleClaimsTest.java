package io.github.tlslift.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a much-read article says, claim by claim (facts section 8); each page under {@code
 * docs/claims} has the examples that show its verdict.
 */
final class ArticleClaimsTest {
  private static final Path PAGES = Path.of("../docs/claims");

  private static void holds(String claim) {
    PageExamples.hold(PAGES.resolve(claim + ".md"));
  }

  @Test
  void net46DefaultsToTls12OnlyWhereTheProgramTargetsIt() {
    holds("net46-defaults-to-tls12");
  }

  @Test
  void net45SupportsTls12AndARegistryValueMakesItTheDefault() {
    holds("net45-not-by-default");
  }

  @Test
  void net40Needs3072AndInstalled45() {
    holds("net40-needs-3072");
  }

  @Test
  void net35HasTwoWorkaroundsOnceItIsPatched() {
    holds("net35-has-no-workaround");
  }

  @Test
  void theConfigSwitchWorksFromInstalled47On() {
    holds("config-system-default");
  }

  @Test
  void httpRuntimeTargetWorksAndCompilationTargetDoesNot() {
    holds("httpruntime-472");
  }

  @Test
  void code768Or3072WorksAndShutsTls13Out() {
    holds("code-768-or-3072");
  }

  @Test
  void tlsOrSsl3IsTheOldDefaultPinned() {
    holds("vb-tls-or-ssl3");
  }

  @Test
  void everyClaimIsHeldByATest() throws IOException {
    long tests =
        Arrays.stream(ArticleClaimsTest.class.getDeclaredMethods())
            .filter(m -> m.isAnnotationPresent(Test.class))
            .count();
    try (Stream<Path> pages = Files.list(PAGES)) {
      List<Path> all = pages.toList();
      assertThat(all).hasSize((int) tests - 1);
    }
  }
}
