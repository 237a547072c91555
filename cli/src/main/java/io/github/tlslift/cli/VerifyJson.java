package io.github.tlslift.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.tlslift.net.tap.Comparison;
import io.github.tlslift.net.tap.Seen;
import io.github.tlslift.net.tap.SeenJson;
import io.github.tlslift.net.tap.Sighted;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** What {@code verify} found out, as JSON ({@code docs/verify.schema.json}). */
final class VerifyJson {
  private static final JsonFactory JSON = new JsonFactory();

  private VerifyJson() {}

  static String of(Verified v) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.setPrettyPrinter(new DefaultPrettyPrinter().withoutSpacesInObjectEntries());
      write(v, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private static void write(Verified v, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeNumberField("format", 1);
    out.writeArrayFieldStart("command");
    for (String word : v.command()) {
      out.writeString(word);
    }
    out.writeEndArray();
    if (v.exit().isPresent()) {
      out.writeNumberField("exit", v.exit().getAsInt());
    }
    out.writeBooleanField("ended", v.ended());
    if (v.prediction().isPresent()) {
      out.writeObjectFieldStart("prediction");
      out.writeStringField("says", v.prediction().get().words());
      out.writeStringField("agrees", v.agrees().id());
      out.writeEndObject();
    }
    connections(v, out);
    compared(v, out);
    out.writeEndObject();
  }

  private static void connections(Verified v, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("connections");
    for (Sighted.Row row : v.sighted().rows()) {
      out.writeStartObject();
      SeenJson.write(row, out);
      if (v.prediction().isPresent()) {
        out.writeStringField("predicted", v.prediction().get().agrees(row.seen()).id());
      }
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeNumberField("left", v.sighted().left());
  }

  private static void compared(Verified v, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("compared");
    for (Comparison c : v.compared()) {
      out.writeStartObject();
      out.writeStringField("endpoint", c.endpoint());
      out.writeStringField("result", c.result().id());
      out.writeStringField("before", Comparison.words(c.before()));
      out.writeStringField("after", Comparison.words(c.after()));
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** The connections of a file that was saved. */
  static List<Seen> saved(Path file) {
    try (JsonParser in = JSON.createParser(file.toFile())) {
      return SeenJson.read(in);
    } catch (IOException e) {
      throw new WrongUse(
          "cannot compare with " + file + ": " + e.getMessage() + "; name a file of --save");
    }
  }
}
