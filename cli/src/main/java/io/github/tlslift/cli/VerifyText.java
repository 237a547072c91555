package io.github.tlslift.cli;

import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.net.tap.Comparison;
import io.github.tlslift.net.tap.Seen;
import io.github.tlslift.net.tap.SeenAlert;
import io.github.tlslift.net.tap.Sighted;
import io.github.tlslift.tls.CodePoint;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code verify} found out, for people. */
final class VerifyText {
  private final StringBuilder out = new StringBuilder();

  private VerifyText() {}

  static String of(Verified verified) {
    VerifyText text = new VerifyText();
    verified.sighted().rows().forEach(row -> text.row(row, verified));
    if (verified.sighted().rows().isEmpty()) {
      text.nothing();
    }
    if (verified.sighted().left() > 0) {
      text.out.append("and ").append(verified.sighted().left()).append(" more connections\n\n");
    }
    verified.compared().forEach(text::compared);
    text.end(verified);
    return text.out.toString();
  }

  private void nothing() {
    out.append("No connection came through the tap. A program that takes no proxy from its")
        .append(" environment may take\none from its config file (--with-config), or be pointed")
        .append(" at an address (--listen PORT --to HOST).\n\n");
  }

  private void row(Sighted.Row row, Verified verified) {
    Seen s = row.seen();
    out.append(s.endpoint().isEmpty() ? "(nowhere)" : s.endpoint());
    out.append("   ").append(s.outcome().display());
    out.append(row.count() > 1 ? "   " + row.count() + " times" : "").append("\n\n");
    line("how", s.how());
    if (!s.hello().isEmpty()) {
      hello(s);
    }
    line("answered", answered(s));
    line("alerts", s.alerts().stream().map(SeenAlert::words).collect(Collectors.joining("; ")));
    verified.prediction().ifPresent(p -> predicted(p, s));
    out.append('\n');
  }

  private void hello(Seen s) {
    line("offers", offers(s));
    line("sni", s.sni().isEmpty() ? "none" : s.sni());
    List<String> suites = numbers(s, "cipher_suites");
    line(
        "suites",
        suites.size()
            + ", first "
            + suites.stream().limit(1).map(VerifyText::suite).collect(Collectors.joining()));
    line(
        "groups",
        numbers(s, "groups").stream()
            .map(n -> CodePoint.GROUP.name(number(n)))
            .collect(Collectors.joining(", ")));
    line("ja3", s.hello().getOrDefault("ja3", ""));
    line("ja4", s.hello().getOrDefault("ja4", ""));
  }

  private static String offers(Seen s) {
    String newest = s.newestOffered().map(TlsVersion::display).orElse("a version without a name");
    boolean all = !s.hello().getOrDefault("supported_versions", "").isEmpty();
    return (all ? "versions up to " : "up to ") + newest;
  }

  private static List<String> numbers(Seen s, String field) {
    return Arrays.stream(s.hello().getOrDefault(field, "").split(" "))
        .filter(n -> !n.isEmpty())
        .toList();
  }

  private static String suite(String hex) {
    return hex.length() == 4 ? CodePoint.SUITE.name(number(hex)) : "0x" + hex;
  }

  private static int number(String hex) {
    return Integer.parseInt(hex, 16);
  }

  private static String answered(Seen s) {
    return s.version().isEmpty()
        ? ""
        : TlsVersion.parse(s.version()).map(TlsVersion::display).orElse(s.version())
            + ", "
            + s.suite();
  }

  private void predicted(Prediction p, Seen s) {
    switch (p.agrees(s)) {
      case YES -> line("predicted", "yes: " + p.words());
      case NO -> line("predicted", "NO: it was " + p.words());
      case UNKNOWN -> {}
    }
  }

  private void compared(Comparison c) {
    out.append(c.endpoint()).append("   ").append(c.result().display()).append("\n\n");
    line("before", Comparison.words(c.before()));
    line("after", Comparison.words(c.after()));
    out.append('\n');
  }

  private void end(Verified v) {
    if (v.ended()) {
      out.append("The program was ended because its time was up (--timeout).\n");
    } else if (v.exit().isPresent()) {
      out.append("The program ended with ").append(v.exit().getAsInt()).append(".\n");
    }
  }

  private void line(String name, String value) {
    if (!value.isEmpty()) {
      out.append(String.format("      %-10s%s%n", name, value));
    }
  }
}
