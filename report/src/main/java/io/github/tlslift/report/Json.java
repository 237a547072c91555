package io.github.tlslift.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Writes JSON members in the order they are named, indented by two, with line feeds. */
final class Json {
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /** A document of one object. */
  static String document(Consumer<Json> members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
      generator.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));
      Json json = new Json(generator);
      generator.writeStartObject();
      members.accept(json);
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  /** A member that is text. */
  void text(String name, String value) {
    unchecked(() -> out.writeStringField(name, value));
  }

  /** A member that is text, left out where it is empty. */
  void textIfAny(String name, String value) {
    if (!value.isEmpty()) {
      text(name, value);
    }
  }

  /** A member that is left out where there is no value. */
  void text(String name, Optional<String> value) {
    value.ifPresent(v -> text(name, v));
  }

  /** A member that is a number. */
  void number(String name, int value) {
    unchecked(() -> out.writeNumberField(name, value));
  }

  /** A member that is a share of 1, with three decimals. */
  void number(String name, double value) {
    unchecked(() -> out.writeNumberField(name, Math.round(value * 1000) / 1000.0));
  }

  /** A member that is a number, left out where there is none. */
  void number(String name, OptionalInt value) {
    value.ifPresent(v -> number(name, v));
  }

  /** A member that is true or false. */
  void flag(String name, boolean value) {
    unchecked(() -> out.writeBooleanField(name, value));
  }

  /** A member that is a list of texts. */
  void texts(String name, List<String> values) {
    unchecked(
        () -> {
          out.writeArrayFieldStart(name);
          for (String value : values) {
            out.writeString(value);
          }
          out.writeEndArray();
        });
  }

  /** A member that is an object. */
  void object(String name, Consumer<Json> members) {
    unchecked(() -> out.writeObjectFieldStart(name));
    members.accept(this);
    unchecked(out::writeEndObject);
  }

  /** A member that is a list of objects. */
  <T> void objects(String name, List<T> values, Consumer<T> members) {
    unchecked(() -> out.writeArrayFieldStart(name));
    for (T value : values) {
      unchecked(out::writeStartObject);
      members.accept(value);
      unchecked(out::writeEndObject);
    }
    unchecked(out::writeEndArray);
  }

  private interface Step {
    void run() throws IOException;
  }

  // A StringWriter does not fail.
  private static void unchecked(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
