package io.github.tlslift.why.text;

import io.github.tlslift.why.signal.Sighting;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Windows events exported as XML: each kind of event once, with how often it happened. */
final class Events {
  private static final String END = "</Event>";
  private static final int MOST_CHARS = 1 << 16;
  private static final int MOST_KINDS = 2000;
  private static final Pattern ID = Pattern.compile("<EventID[^>]{0,80}>(\\d{1,6})</EventID>");
  private static final Pattern PROVIDER =
      Pattern.compile("<Provider[^>]{0,200}?Name=['\"]([^'\"]{1,100})['\"]");
  private static final Pattern DATA =
      Pattern.compile("<Data(?:\\s+Name=['\"](\\w{1,40})['\"])?\\s*>([^<]{0,300})</Data>");
  private static final Pattern MESSAGE = Pattern.compile("<Message>([^<]{0,2000})</Message>");
  // Of each occurrence alone: they would make every event a kind of its own.
  private static final Pattern OF_ONE =
      Pattern.compile(
          "(?:Caller)?Process(?:Id|ID)|ThreadId|.*CreationTime|ContextHandle|.*Guid|.*SessionId");

  private final Map<String, TextLine> kinds = new LinkedHashMap<>();

  private Events() {}

  /** Whether a file that begins so is an export of events. */
  static boolean beginsWith(String head) {
    return head.stripLeading().startsWith("<") && head.contains("<EventID");
  }

  /** The signs in an export, most frequent last. */
  static List<Sighting> signs(Reader export) throws IOException {
    Events events = new Events();
    events.read(export);
    Map<String, Sighting> signs = new LinkedHashMap<>();
    for (TextLine kind : events.kinds.values()) {
      for (Sighting s : TextSigns.in(List.of(kind))) {
        signs.merge(s.signal().id(), s, (a, b) -> a.times(a.count() + b.count()));
      }
    }
    return new ArrayList<>(signs.values());
  }

  private void read(Reader export) throws IOException {
    StringBuilder event = new StringBuilder();
    int line = 1;
    int first = 1;
    for (int c = export.read(); c >= 0; c = export.read()) {
      line += c == '\n' ? 1 : 0;
      if (event.length() < MOST_CHARS) {
        event.append((char) c);
      }
      if (c == '>' && endsWith(event)) {
        add(event.toString(), first);
        event.setLength(0);
        first = line;
      }
    }
    add(event.toString(), first);
  }

  private static boolean endsWith(StringBuilder event) {
    int at = event.length() - END.length();
    return at >= 0 && event.indexOf(END, at) == at || event.length() == MOST_CHARS;
  }

  private void add(String event, int line) {
    Matcher id = ID.matcher(event);
    if (!id.find()) {
      return;
    }
    String summary = summary(id.group(1), event);
    TextLine before = kinds.get(summary);
    if (before != null) {
      kinds.put(summary, new TextLine(before.number(), summary, before.count() + 1));
    } else if (kinds.size() < MOST_KINDS) {
      kinds.put(summary, new TextLine(line, summary));
    }
  }

  private static String summary(String id, String event) {
    StringBuilder summary = new StringBuilder();
    Matcher provider = PROVIDER.matcher(event);
    summary.append(provider.find() ? provider.group(1) : "Windows").append(" event ").append(id);
    Matcher data = DATA.matcher(event);
    while (data.find()) {
      String name = data.group(1) == null ? "" : data.group(1) + " ";
      if (!OF_ONE.matcher(name.strip()).matches()) {
        summary.append(", ").append(name).append(data.group(2).strip());
      }
    }
    Matcher message = MESSAGE.matcher(event);
    return message.find() ? summary + ": " + message.group(1).strip() : summary.toString();
  }
}
