package io.github.tlslift.mend;

import io.github.tlslift.edit.Edit;
import io.github.tlslift.edit.LineEnds;
import io.github.tlslift.edit.NotEditableException;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.xml.XmlElement;
import io.github.tlslift.xml.XmlReader;
import java.util.Optional;

/** An XML file and the edits that put elements and attributes where they belong. */
final class XmlFile {
  private final SourceText source;
  private final String text;
  private final XmlElement root;

  private XmlFile(SourceText source, XmlElement root) {
    this.source = source;
    this.text = source.text();
    this.root = root;
  }

  static XmlFile read(SourceText source) throws NotEditableException {
    try {
      return new XmlFile(source, XmlReader.read(source));
    } catch (MalformedInputException e) {
      throw new NotEditableException(source.file() + ": " + e.getMessage() + "; mend that first");
    }
  }

  XmlElement root() {
    return root;
  }

  /** The raw characters of an attribute's value. */
  String raw(XmlElement.Attribute attribute) {
    int start = attribute.location().offset();
    return text.substring(start, start + attribute.location().length());
  }

  /** Another value for an attribute. */
  Edit value(XmlElement.Attribute attribute, String value) {
    int start = attribute.location().offset();
    return new Edit(start, start + attribute.location().length(), value);
  }

  /** Something else in place of an element and all in it. */
  Edit replaced(XmlElement e, String text) {
    return new Edit(e.location().offset(), past(e), text);
  }

  /** An attribute after those that an element has. */
  Edit attribute(XmlElement e, String name, String value) {
    int end = startTagEnd(e) - (isEmptyTag(e) ? 2 : 1);
    int at = end;
    while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return Edit.insert(at, " " + name + "=\"" + value + "\"");
  }

  /**
   * An element as the last child of another, on lines of its own where the others have theirs.
   *
   * @param lines the element, a line each; inner lines begin with a tab for each level
   */
  Edit lastChild(XmlElement parent, String... lines) {
    String unit = unit(parent);
    String end = LineEnds.at(text, parent.location().offset());
    String indent = LineEnds.indent(text, parent.location().offset());
    String child = parent.children().isEmpty() ? indent + unit : childIndent(parent, indent + unit);
    StringBuilder block = new StringBuilder();
    for (String line : lines) {
      block.append(child).append(line.replace("\t", unit)).append(end);
    }
    if (isEmptyTag(parent)) {
      return opened(parent, end + block + indent);
    }
    int close = contentEnd(parent);
    int start = LineEnds.start(text, close);
    boolean ownLine = text.substring(start, close).isBlank() && start > startTagEnd(parent) - 1;
    return ownLine
        ? Edit.insert(start, block.toString())
        : Edit.insert(close, end + block + indent);
  }

  private Edit opened(XmlElement parent, String content) {
    int end = startTagEnd(parent);
    int at = end - 2;
    while (Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return new Edit(at, end, ">" + content + "</" + name(parent) + ">");
  }

  private String childIndent(XmlElement parent, String otherwise) {
    XmlElement last = parent.children().get(parent.children().size() - 1);
    int at = last.location().offset();
    String before = text.substring(LineEnds.start(text, at), at);
    return before.isBlank() ? before : otherwise;
  }

  // One level of indentation, as the file has it.
  private String unit(XmlElement parent) {
    return root.tree()
        .flatMap(e -> e.children().stream().map(c -> step(e, c)))
        .filter(s -> !s.isEmpty())
        .findFirst()
        .orElseGet(
            () -> LineEnds.indent(text, parent.location().offset()).startsWith("\t") ? "\t" : "  ");
  }

  private String step(XmlElement outer, XmlElement inner) {
    int at = inner.location().offset();
    String child = text.substring(LineEnds.start(text, at), at);
    String parent = LineEnds.indent(text, outer.location().offset());
    return child.isBlank() && child.startsWith(parent) ? child.substring(parent.length()) : "";
  }

  private String name(XmlElement e) {
    int start = e.location().offset() + 1;
    int end = start;
    while (!Character.isWhitespace(text.charAt(end)) && "/>".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(start, end);
  }

  private static int startTagEnd(XmlElement e) {
    return e.location().offset() + e.location().length();
  }

  private boolean isEmptyTag(XmlElement e) {
    return text.startsWith("/>", startTagEnd(e) - 2);
  }

  /** Where the end tag of an element begins. */
  private int contentEnd(XmlElement e) {
    int from =
        e.children().isEmpty() ? startTagEnd(e) : past(e.children().get(e.children().size() - 1));
    int at = from;
    while (!text.startsWith("</", at)) {
      at = skipped(at);
    }
    return at;
  }

  // After the end tag of an element; what is read is well-formed.
  private int past(XmlElement e) {
    return isEmptyTag(e) ? startTagEnd(e) : text.indexOf('>', contentEnd(e)) + 1;
  }

  private int skipped(int at) {
    if (text.startsWith("<!--", at)) {
      return text.indexOf("-->", at) + 3;
    }
    if (text.startsWith("<![CDATA[", at)) {
      return text.indexOf("]]>", at) + 3;
    }
    return text.startsWith("<?", at) ? text.indexOf("?>", at) + 2 : at + 1;
  }

  /** The file as a whole. */
  SourceText source() {
    return source;
  }

  /** The first element at the end of a path of names from the root. */
  Optional<XmlElement> find(String... path) {
    return root.path(path).findFirst();
  }
}
