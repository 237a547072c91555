package io.github.tlslift.cli;

import io.github.tlslift.net.tap.Comparison;
import io.github.tlslift.net.tap.Seen;
import io.github.tlslift.net.tap.Sighted;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What {@code verify} found out, as a test suite: a case for each claim. */
final class VerifyJUnit {
  private VerifyJUnit() {}

  /**
   * A claim.
   *
   * @param failure why it does not hold; empty where it does
   */
  private record Case(String name, String failure) {}

  static String of(Verified v) {
    List<Case> cases = cases(v);
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter out = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      out.writeStartDocument("UTF-8", "1.0");
      write(cases, out);
      out.writeEndDocument();
      out.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("text that XML cannot hold", e);
    }
    return text.append('\n').toString();
  }

  private static List<Case> cases(Verified v) {
    List<Case> all = new ArrayList<>();
    for (Sighted.Row row : v.sighted().rows()) {
      Seen s = row.seen();
      boolean ok = s.outcome() == Seen.Outcome.CONNECTED;
      all.add(new Case(s.endpoint() + " connects", ok ? "" : said(s.outcome().display(), s.how())));
      v.prediction().ifPresent(p -> predicted(p, s, all));
    }
    if (all.isEmpty()) {
      all.add(new Case("the program connects", "no connection came through the tap"));
    }
    for (Comparison c : v.compared()) {
      boolean broken = c.result() == Comparison.Result.BROKEN;
      all.add(
          new Case(
              c.endpoint() + " still connects",
              broken
                  ? "before: "
                      + Comparison.words(c.before())
                      + "; after: "
                      + Comparison.words(c.after())
                  : ""));
    }
    if (v.exit().isPresent() || v.ended()) {
      all.add(new Case("the program ends with 0", exit(v)));
    }
    return all;
  }

  private static String said(String what, String how) {
    return how.isEmpty() ? what : what + ": " + how;
  }

  private static String exit(Verified v) {
    if (v.ended()) {
      return "it was ended because its time was up";
    }
    int code = v.exit().orElse(0);
    return code == 0 ? "" : "it ended with " + code;
  }

  private static void predicted(Prediction p, Seen s, List<Case> all) {
    String name = s.endpoint() + " gets the hello that was predicted";
    switch (p.agrees(s)) {
      case YES -> all.add(new Case(name, ""));
      case NO ->
          all.add(
              new Case(
                  name,
                  "seen: "
                      + Comparison.words(java.util.Optional.of(s))
                      + "; predicted: "
                      + p.words()));
      case UNKNOWN -> {}
    }
  }

  private static void write(List<Case> cases, XMLStreamWriter out) throws XMLStreamException {
    long failures = cases.stream().filter(c -> !c.failure().isEmpty()).count();
    out.writeCharacters("\n");
    out.writeStartElement("testsuite");
    out.writeAttribute("name", "tlslift verify");
    out.writeAttribute("tests", String.valueOf(cases.size()));
    out.writeAttribute("failures", String.valueOf(failures));
    for (Case c : cases) {
      out.writeCharacters("\n  ");
      out.writeStartElement("testcase");
      out.writeAttribute("classname", "tlslift.verify");
      out.writeAttribute("name", clean(c.name()));
      if (!c.failure().isEmpty()) {
        out.writeEmptyElement("failure");
        out.writeAttribute("message", clean(c.failure()));
      }
      out.writeEndElement();
    }
    out.writeCharacters("\n");
    out.writeEndElement();
  }

  // XML 1.0 has no form for most control characters, and a client may ask for any name.
  private static String clean(String text) {
    return text.replaceAll("[^\\x20-\\uD7FF\\uE000-\\uFFFD]", "?");
  }
}
