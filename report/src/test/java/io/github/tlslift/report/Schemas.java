package io.github.tlslift.report;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a JSON Schema has against a document. */
final class Schemas {
  private Schemas() {}

  static List<String> complaints(Path schema, VersionFlag draft, String document) {
    try {
      return JsonSchemaFactory.getInstance(draft)
          .getSchema(Files.readString(schema))
          .validate(document, InputFormat.JSON)
          .stream()
          .map(m -> m.getInstanceLocation() + ": " + m.getMessage())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
