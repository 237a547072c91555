package io.github.tlslift.dotnet.project;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code .slnf} file (learn: filtered solutions).
 *
 * @param solution the solution that it filters, as written
 * @param projects those that are left, as written
 */
record SolutionFilter(String solution, List<String> projects) {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(com.fasterxml.jackson.core.json.JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .build();

  static SolutionFilter read(SourceText file) throws MalformedInputException {
    try (JsonParser json = JSON.createParser(file.text())) {
      return read(json);
    } catch (JacksonException e) {
      long offset = Math.max(0, e.getLocation() == null ? 0 : e.getLocation().getCharOffset());
      throw new MalformedInputException(offset, "solution filter", e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SolutionFilter read(JsonParser json) throws IOException, MalformedInputException {
    String solution = "";
    List<String> projects = new ArrayList<>();
    while (json.nextToken() != null) {
      if (json.currentToken() == JsonToken.VALUE_STRING) {
        String pointer = json.getParsingContext().pathAsPointer().toString();
        if (pointer.equals("/solution/path")) {
          solution = json.getText();
        } else if (pointer.startsWith("/solution/projects/")) {
          projects.add(json.getText());
        }
      }
    }
    if (solution.isEmpty()) {
      throw new MalformedInputException(0, "solution.path", "it is missing");
    }
    return new SolutionFilter(solution, projects);
  }
}
