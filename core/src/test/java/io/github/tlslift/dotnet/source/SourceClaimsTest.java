package io.github.tlslift.dotnet.source;

import io.github.tlslift.testkit.SourceTester;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/**
 * The tables of claims under {@code fixtures/source}; {@link SourceTester} says how to read them.
 */
final class SourceClaimsTest {

  @TestFactory
  Stream<DynamicContainer> holds() {
    return Stream.of(
            "values.cs",
            "flow.cs",
            "guards.cs",
            "text.cs",
            "objects.cs",
            "types.cs",
            "other.cs",
            "claims.vb",
            "claims.fs",
            "claims.ps1",
            "scripts.ps1")
        .map(t -> DynamicContainer.dynamicContainer(t, SourceTester.claims(t)));
  }
}
