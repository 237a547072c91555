package io.github.tlslift.cli;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the schemas of the formats have against a document. */
final class Schemas {
  private static final Map<String, JsonSchema> BY_FORMAT =
      Map.of(
          "json", schema(VersionFlag.V202012, Path.of("../docs/check.schema.json")),
          "probe", schema(VersionFlag.V202012, Path.of("../docs/probe.schema.json")),
          "why", schema(VersionFlag.V202012, Path.of("../docs/why.schema.json")),
          "verify", schema(VersionFlag.V202012, Path.of("../docs/verify.schema.json")),
          "sarif",
              schema(
                  VersionFlag.V7,
                  Path.of("../report/src/test/resources/schema/sarif-schema-2.1.0.json")));

  private Schemas() {}

  static List<String> complaints(String format, String document) {
    return Objects.requireNonNull(BY_FORMAT.get(format), format)
        .validate(document, InputFormat.JSON)
        .stream()
        .map(m -> m.getInstanceLocation() + ": " + m.getMessage())
        .toList();
  }

  private static JsonSchema schema(VersionFlag draft, Path file) {
    try {
      return JsonSchemaFactory.getInstance(draft).getSchema(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
