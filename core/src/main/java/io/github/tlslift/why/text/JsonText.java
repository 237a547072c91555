package io.github.tlslift.why.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The members of a JSON text as lines {@code name: value}. */
final class JsonText {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonText() {}

  /**
   * The members; none where the text is no JSON object or list.
   *
   * @param firstLine the number of the text's first line
   */
  static List<TextLine> lines(String text, int firstLine) {
    String start = text.stripLeading();
    if (!start.startsWith("{") && !start.startsWith("[{") && !start.startsWith("[\"")) {
      return List.of();
    }
    try (JsonParser json = JSON.createParser(text)) {
      return members(json, firstLine);
    } catch (IOException notJson) {
      return List.of();
    }
  }

  private static List<TextLine> members(JsonParser json, int firstLine) throws IOException {
    List<TextLine> lines = new ArrayList<>();
    for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
      if (token.isScalarValue()) {
        int line = firstLine - 1 + json.currentTokenLocation().getLineNr();
        String name = json.currentName() == null ? "" : json.currentName() + ": ";
        lines.add(new TextLine(line, name + json.getText()));
      }
    }
    return lines;
  }
}
