package io.github.tlslift.net.probe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** How a protocol begins in clear and asks for TLS. */
public enum StartTls {
  NONE(),
  /** RFC 3207. */
  SMTP(
      Step.expect(lastLine("220")),
      Step.say("EHLO tlslift.invalid\r\n", lastLine("250")),
      Step.say("STARTTLS\r\n", lastLine("220"))),
  /** RFC 3501 6.2.1. */
  IMAP(Step.expect(starts("\\* OK")), Step.say("a STARTTLS\r\n", line("a OK"))),
  /** RFC 2595 4. */
  POP3(Step.expect(starts("\\+OK")), Step.say("STLS\r\n", starts("\\+OK"))),
  /** RFC 4217 4. */
  FTP(Step.expect(lastLine("220")), Step.say("AUTH TLS\r\n", lastLine("234"))),
  /** RFC 4511 4.14: an extended request for 1.3.6.1.4.1.1466.20037, answered with success. */
  LDAP(
      Step.say(
          HexFormat.of().parseHex("301d02010177188016312e332e362e312e342e312e313436362e3230303337"),
          StartTls::isLdapSuccess));

  private final List<Step> steps;

  StartTls(Step... steps) {
    this.steps = List.of(steps);
  }

  /**
   * Bytes to send, and what must come back before the next step.
   *
   * @param answered tells of all bytes that came since whether they are the answer
   */
  record Step(byte[] send, Predicate<byte[]> answered) {
    static Step expect(Predicate<String> answer) {
      return new Step(new byte[0], b -> answer.test(text(b)));
    }

    static Step say(String line, Predicate<String> answer) {
      return say(line.getBytes(StandardCharsets.US_ASCII), b -> answer.test(text(b)));
    }

    static Step say(byte[] bytes, Predicate<byte[]> answer) {
      return new Step(bytes, answer);
    }
  }

  List<Step> steps() {
    return steps;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  // The last line of a reply has a space after its number (RFC 5321 4.2.1, RFC 959 4.2).
  private static Predicate<String> lastLine(String code) {
    return Pattern.compile("(?m)^" + code + "( [^\\r\\n]*)?\\r?\\n\\z").asPredicate();
  }

  private static Predicate<String> line(String start) {
    return Pattern.compile("(?m)^" + start + "[^\\r\\n]*\\r?\\n").asPredicate();
  }

  private static Predicate<String> starts(String start) {
    return Pattern.compile("\\A" + start + "[^\\r\\n]*\\r?\\n").asPredicate();
  }

  private static boolean isLdapSuccess(byte[] b) {
    for (int i = 0; i + 2 < b.length; i++) {
      if (b[i] == 0x0A && b[i + 1] == 1) {
        return b[i + 2] == 0;
      }
    }
    return false;
  }

  /** What an endpoint with such a port speaks, where it does not begin with TLS (IANA). */
  static StartTls forPort(int port) {
    return switch (port) {
      case 25, 587, 2525 -> SMTP;
      case 143 -> IMAP;
      case 110 -> POP3;
      case 21 -> FTP;
      case 389 -> LDAP;
      default -> NONE;
    };
  }

  /** The protocol of a name, whatever its case. */
  public static Optional<StartTls> parse(String name) {
    return Arrays.stream(values())
        .filter(s -> s.id().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** Its name on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
