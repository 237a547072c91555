package io.github.tlslift.dotnet.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a JSON object to settings with the keys that .NET's configuration gives them, such as
 * {@code ConnectionStrings:Main}; comments and trailing commas are allowed, as they are there.
 */
final class JsonSettings {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private final SourceText file;
  private final List<Setting> settings = new ArrayList<>();

  private JsonSettings(SourceText file) {
    this.file = file;
  }

  /**
   * The values of an object, in order.
   *
   * @throws MalformedInputException where the text is no JSON object
   */
  static List<Setting> read(SourceText file) throws MalformedInputException {
    JsonSettings reader = new JsonSettings(file);
    try (JsonParser json = JSON.createParser(file.text())) {
      reader.object(json);
    } catch (JsonProcessingException e) {
      long at = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getCharOffset());
      throw new MalformedInputException(at, "JSON", e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(reader.settings);
  }

  private void object(JsonParser json) throws IOException, MalformedInputException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new MalformedInputException(0, "JSON", "an object expected");
    }
    int depth = 1;
    while (depth > 0) {
      JsonToken token = json.nextToken();
      if (token == null) {
        throw new MalformedInputException(file.text().length(), "JSON", "the object has no end");
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (token.isScalarValue()) {
        settings.add(setting(json));
      }
    }
    if (json.nextToken() != null) {
      long at = json.currentTokenLocation().getCharOffset();
      throw new MalformedInputException(at, "JSON", "there is more after the object");
    }
  }

  private Setting setting(JsonParser json) throws IOException {
    String value = json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getText();
    int quote = json.currentToken() == JsonToken.VALUE_STRING ? 1 : 0;
    int start = (int) json.currentTokenLocation().getCharOffset() + quote;
    int end =
        quote == 1 ? (int) json.currentLocation().getCharOffset() - 1 : start + value.length();
    Location at = file.location(start, Math.max(start, end));
    return new Setting(key(json.getParsingContext()), value, at);
  }

  private static String key(JsonStreamContext context) {
    StringBuilder key = new StringBuilder();
    for (JsonStreamContext c = context; c != null && !c.inRoot(); c = c.getParent()) {
      String part = c.inArray() ? String.valueOf(c.getCurrentIndex()) : c.getCurrentName();
      key.insert(0, key.isEmpty() ? part : part + ":");
    }
    return key.toString();
  }
}
