package io.github.tlslift.cli;

import io.github.tlslift.check.CheckRequest.Endpoint;
import io.github.tlslift.model.Api;
import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Severity;
import io.github.tlslift.resolve.Installed;
import io.github.tlslift.windows.WindowsVersion;
import io.github.tlslift.windows.WindowsVersions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words of the command line to values; a wrong one ends in {@link WrongUse}. */
final class Words {
  private Words() {}

  /** A Windows id, name or alias. */
  static WindowsVersion windows(String text) {
    return WindowsVersions.parse(text)
        .orElseThrow(
            () ->
                new WrongUse(
                    "no Windows version is called '" + text + "'" + near(text, windowsIds())));
  }

  /** A framework version with its updates. */
  static Installed installed(String text) {
    return Installed.parse(text)
        .orElseThrow(
            () ->
                new WrongUse(
                    "no framework is called '"
                        + text
                        + "'; write it like 4.8, 4.6.2+rollup201709, 3.5.1+kb2016 or net8.0"));
  }

  /** What starts the CLR. */
  static HostKind host(String text) {
    List<String> ids = Arrays.stream(HostKind.values()).map(HostKind::id).toList();
    return HostKind.parse(text).orElseThrow(() -> unknown("host", text, ids));
  }

  /** An API. */
  static Api api(String text) {
    List<String> ids = Arrays.stream(Api.values()).map(Api::id).toList();
    return Api.parse(text).orElseThrow(() -> unknown("API", text, ids));
  }

  /** 32 or 64. */
  static Bitness bitness(String text) {
    return switch (text) {
      case "32" -> Bitness.BITS_32;
      case "64" -> Bitness.BITS_64;
      default -> throw unknown("bitness", text, List.of("32", "64"));
    };
  }

  /** From which severity on findings count; empty for {@code never}. */
  static Optional<Severity> failOn(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "error" -> Optional.of(Severity.ERROR);
      case "warning" -> Optional.of(Severity.WARNING);
      case "note" -> Optional.of(Severity.NOTE);
      case "never" -> Optional.empty();
      default -> throw unknown("severity", text, List.of("error", "warning", "note", "never"));
    };
  }

  /** One of some words. */
  static String oneOf(String kind, String text, List<String> known) {
    if (!known.contains(text)) {
      throw unknown(kind, text, known);
    }
    return text;
  }

  /** {@code HOST}, {@code HOST:PORT}, {@code [IPV6]:PORT} or an address that begins so. */
  static Endpoint endpoint(String text) {
    return EndpointText.parse(text)
        .orElseThrow(
            () ->
                new WrongUse(
                    "'"
                        + text
                        + "' is no endpoint; write it like contoso.sharepoint.com or host:8443"));
  }

  /** A path that is there. */
  static Path existing(Path path, String next) {
    if (!Files.exists(path)) {
      throw new WrongUse("there is no " + path + "; " + next);
    }
    return path;
  }

  /** A word as a shell takes it. */
  static String quoted(String word) {
    boolean plain = word.matches("[\\w./:@%+,=~\\-\\\\]+");
    return plain ? word : '"' + word + '"';
  }

  /** What a mistyped word may have meant, as the end of a message. */
  static String near(String text, List<String> known) {
    List<String> near = Near.to(text, known);
    return near.isEmpty()
        ? "; known are " + String.join(", ", known)
        : "; near it are " + String.join(", ", near);
  }

  private static WrongUse unknown(String kind, String text, List<String> known) {
    return new WrongUse(
        "no " + kind + " is called '" + text + "'; it is one of " + String.join(", ", known));
  }

  private static List<String> windowsIds() {
    return WindowsVersions.all().stream().map(WindowsVersion::id).collect(Collectors.toList());
  }
}
