package io.github.tlslift.xml;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads XML 1.0 as config and project files use it. A document type is stepped over and its
 * entities are not known, so that nothing is fetched and nothing expands.
 */
public final class XmlReader {
  private static final int DEEPEST = 256;
  private static final int MOST = 500_000;
  private static final int LONGEST_REFERENCE = 64;

  private final SourceText source;
  private final String text;
  private int at;
  private int count;

  private XmlReader(SourceText source) {
    this.source = source;
    this.text = source.text();
  }

  /**
   * The root element.
   *
   * @throws MalformedInputException where the text is not well-formed, nested deeper than 256 or
   *     has more than 500,000 elements and attributes
   */
  public static XmlElement read(SourceText source) throws MalformedInputException {
    XmlReader reader = new XmlReader(source);
    reader.misc();
    XmlElement root = reader.element(0);
    reader.misc();
    if (reader.at < reader.text.length()) {
      throw reader.wrong("document", "there is more after the root element");
    }
    return root;
  }

  // Comments, processing instructions, the document type and white space (XML 1.0 [27]).
  private void misc() throws MalformedInputException {
    while (true) {
      space();
      if (ahead("<!--")) {
        skipPast("-->", "comment");
      } else if (ahead("<?")) {
        skipPast("?>", "processing instruction");
      } else if (ahead("<!DOCTYPE")) {
        doctype();
      } else {
        return;
      }
    }
  }

  private void doctype() throws MalformedInputException {
    int brackets = 0;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (c == '>' && brackets == 0) {
        at++;
        return;
      }
    }
    throw wrong("document type", "it has no end");
  }

  private XmlElement element(int depth) throws MalformedInputException {
    if (!ahead("<")) {
      throw wrong("element", "'<' expected");
    }
    if (depth > DEEPEST) {
      throw wrong("element", "nested deeper than " + DEEPEST);
    }
    count("element");
    int start = at++;
    String name = name();
    List<XmlElement.Attribute> attributes = attributes();
    boolean empty = take("/");
    if (!take(">")) {
      throw wrong(name, "'>' expected");
    }
    int end = at;
    List<XmlElement> children = new ArrayList<>();
    StringBuilder data = new StringBuilder();
    if (!empty) {
      content(name, depth, children, data);
    }
    return new XmlElement(
        local(name),
        attributes,
        children,
        data.toString(),
        source.location(start, end),
        source.location(end, end + data.length()));
  }

  private void content(String name, int depth, List<XmlElement> children, StringBuilder data)
      throws MalformedInputException {
    while (!ahead("</")) {
      if (ahead("<!--")) {
        skipPast("-->", "comment");
      } else if (ahead("<![CDATA[")) {
        int from = at + "<![CDATA[".length();
        skipPast("]]>", "CDATA section");
        data.append(text, from, at - "]]>".length());
      } else if (ahead("<?")) {
        skipPast("?>", "processing instruction");
      } else if (ahead("<")) {
        children.add(element(depth + 1));
      } else {
        int from = at;
        int next = text.indexOf('<', at);
        at = next < 0 ? text.length() : next;
        if (next < 0) {
          throw wrong(name, "it has no end tag");
        }
        data.append(resolved(from, at));
      }
    }
    at += 2;
    String closed = name();
    space();
    if (!closed.equals(name) || !take(">")) {
      throw wrong(name, "closed by '" + closed + "'");
    }
  }

  private List<XmlElement.Attribute> attributes() throws MalformedInputException {
    List<XmlElement.Attribute> all = new ArrayList<>();
    space();
    while (at < text.length() && text.charAt(at) != '/' && text.charAt(at) != '>') {
      count("attribute");
      String name = name();
      space();
      if (!take("=")) {
        throw wrong(name, "'=' expected");
      }
      space();
      char quote = at < text.length() ? text.charAt(at) : ' ';
      if (quote != '"' && quote != '\'') {
        throw wrong(name, "a quoted value expected");
      }
      int from = ++at;
      int to = text.indexOf(quote, from);
      if (to < 0) {
        throw wrong(name, "its value has no end");
      }
      at = to + 1;
      all.add(new XmlElement.Attribute(local(name), resolved(from, to), source.location(from, to)));
      space();
    }
    return all;
  }

  private void count(String what) throws MalformedInputException {
    if (++count > MOST) {
      throw wrong(what, "more than " + MOST + " elements and attributes");
    }
  }

  private String resolved(int from, int to) throws MalformedInputException {
    String raw = text.substring(from, to);
    if (raw.indexOf('&') < 0) {
      return raw;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) == '&') {
        int end = referenceEnd(raw, i, from);
        out.append(entity(raw.substring(i + 1, end), from + i));
        i = end;
      } else {
        out.append(raw.charAt(i));
      }
    }
    return out.toString();
  }

  // Looking no further than a name can reach keeps a text full of '&' from being read over and
  // over.
  private static int referenceEnd(String raw, int start, int from) throws MalformedInputException {
    int limit = Math.min(raw.length(), start + LONGEST_REFERENCE);
    for (int i = start + 1; i < limit; i++) {
      if (raw.charAt(i) == ';') {
        return i;
      }
    }
    throw new MalformedInputException(from + start, "reference", "'&' without a name and ';'");
  }

  private static String entity(String name, int offset) throws MalformedInputException {
    return switch (name) {
      case "lt" -> "<";
      case "gt" -> ">";
      case "amp" -> "&";
      case "quot" -> "\"";
      case "apos" -> "'";
      default -> character(name, offset);
    };
  }

  private static String character(String name, int offset) throws MalformedInputException {
    try {
      if (name.startsWith("#")) {
        boolean hex = name.startsWith("#x");
        return Character.toString(Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10));
      }
    } catch (IllegalArgumentException noCharacter) {
      throw new MalformedInputException(offset, "character reference", "&" + name + ";");
    }
    throw new MalformedInputException(
        offset, "entity", "&" + name + "; is not known; entities are never fetched or expanded");
  }

  private String name() throws MalformedInputException {
    int from = at;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    if (from == at) {
      throw wrong("name", "a name expected");
    }
    return text.substring(from, at);
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == ':' || c == '_' || c == '-' || c == '.';
  }

  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  private boolean ahead(String what) {
    return text.startsWith(what, at);
  }

  private boolean take(String what) {
    boolean there = ahead(what);
    at += there ? what.length() : 0;
    return there;
  }

  private void space() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
  }

  private void skipPast(String end, String what) throws MalformedInputException {
    int found = text.indexOf(end, at);
    if (found < 0) {
      throw wrong(what, "it has no end");
    }
    at = found + end.length();
  }

  private MalformedInputException wrong(String field, String problem) {
    return new MalformedInputException(at, field, problem);
  }
}
