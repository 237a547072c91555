package io.github.tlslift.dotnet.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.testkit.Fixtures;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Assemblies cut off and damaged are read as far as they go, or refused with the field. */
final class HostileAssembliesTest {
  private static final int MUTATIONS = 400;

  static List<String> assemblies() {
    return Fixtures.under("assemblies").stream().filter(f -> f.endsWith(".exe")).toList();
  }

  @ParameterizedTest
  @MethodSource("assemblies")
  void everyTruncationIsReadOrRefused(String file) {
    byte[] whole = Fixtures.bytes(file);
    for (int length = 0; length < whole.length; length++) {
      read(Arrays.copyOf(whole, length), "cut after " + length);
    }
  }

  @ParameterizedTest
  @MethodSource("assemblies")
  void damagedBytesAreReadOrRefused(String file) {
    byte[] whole = Fixtures.bytes(file);
    Random random = new Random(file.hashCode());
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] damaged = whole.clone();
      int changes = 1 + random.nextInt(8);
      for (int c = 0; c < changes; c++) {
        int value = random.nextBoolean() ? 0xFF : random.nextInt(256);
        damaged[random.nextInt(damaged.length)] = (byte) value;
      }
      read(damaged, "mutation " + i);
    }
  }

  @Test
  void atLeastTenAssembliesAreTried() {
    assertThat(assemblies()).hasSizeGreaterThanOrEqualTo(10);
  }

  private static void read(byte[] bytes, String how) {
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          try {
            AssemblyReader.read("a.exe", bytes, true)
                .assemblies()
                .forEach(
                    f ->
                        f.apiUses()
                            .forEach(
                                u -> assertThat(u.location().offset()).isBetween(0, bytes.length)));
          } catch (MalformedInputException e) {
            assertThat(e.field()).as(how).isNotBlank();
            assertThat(e.offset()).as(how).isBetween(0L, (long) bytes.length);
          }
        },
        how);
  }
}
