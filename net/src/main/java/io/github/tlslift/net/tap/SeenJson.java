package io.github.tlslift.net.tap;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.tlslift.tls.CodePoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Connections that were seen, to JSON and back ({@code docs/verify.schema.json}). */
public final class SeenJson {
  private SeenJson() {}

  /** Writes the fields of a connection into an object that has begun. */
  public static void write(Sighted.Row row, JsonGenerator out) throws IOException {
    Seen s = row.seen();
    out.writeStringField("endpoint", s.endpoint());
    out.writeNumberField("count", row.count());
    out.writeStringField("outcome", s.outcome().id());
    out.writeStringField("how", s.how());
    out.writeStringField("sni", s.sni());
    out.writeStringField("version", s.version());
    out.writeStringField("suite", s.suite());
    out.writeArrayFieldStart("alerts");
    for (SeenAlert a : s.alerts()) {
      out.writeStartObject();
      out.writeStringField("from", a.from().id());
      out.writeNumberField("level", a.level());
      out.writeNumberField("number", a.number());
      out.writeStringField("name", CodePoint.ALERT.name(a.number()));
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeObjectFieldStart("hello");
    for (Map.Entry<String, String> e : s.hello().entrySet()) {
      out.writeStringField(e.getKey(), e.getValue());
    }
    out.writeEndObject();
  }

  /**
   * The connections of a document that was saved; other members are passed over.
   *
   * @throws IOException where it is no JSON, or not of that form
   */
  public static List<Seen> read(JsonParser in) throws IOException {
    require(in.nextToken() == JsonToken.START_OBJECT, "an object");
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = in.currentName().equals("connections");
      JsonToken value = in.nextToken();
      if (wanted) {
        require(value == JsonToken.START_ARRAY, "an array of connections");
        return connections(in);
      }
      in.skipChildren();
    }
    throw new IOException("there are no connections in it");
  }

  private static void require(boolean holds, String what) throws IOException {
    if (!holds) {
      throw new IOException("it should have " + what);
    }
  }

  private static List<Seen> connections(JsonParser in) throws IOException {
    List<Seen> all = new ArrayList<>();
    while (in.nextToken() == JsonToken.START_OBJECT) {
      all.add(connection(in));
    }
    require(in.currentToken() == JsonToken.END_ARRAY, "an object for each connection");
    return all;
  }

  private static Seen connection(JsonParser in) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, String> hello = new LinkedHashMap<>();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      JsonToken value = in.nextToken();
      if (value == JsonToken.START_OBJECT) {
        hello = texts(in);
      } else if (value.isStructStart()) {
        in.skipChildren();
      } else {
        texts.put(name, String.valueOf(in.getValueAsString("")));
      }
    }
    return seen(texts, hello);
  }

  private static Map<String, String> texts(JsonParser in) throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      all.put(name, String.valueOf(in.getValueAsString("")));
      in.skipChildren();
    }
    return all;
  }

  // Alerts are said in "how" already.
  private static Seen seen(Map<String, String> texts, Map<String, String> hello)
      throws IOException {
    String outcome = texts.getOrDefault("outcome", "");
    for (Seen.Outcome o : Seen.Outcome.values()) {
      if (o.id().equals(outcome)) {
        return new Seen(
            texts.getOrDefault("endpoint", ""),
            o,
            texts.getOrDefault("how", ""),
            texts.getOrDefault("sni", ""),
            texts.getOrDefault("version", ""),
            texts.getOrDefault("suite", ""),
            List.of(),
            hello);
      }
    }
    throw new IOException("no outcome is called '" + outcome + "'");
  }
}
