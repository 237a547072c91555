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
      Step.expect(lastLine("220")).unless(lastLine("[45][0-9][0-9]")),
      Step.say("EHLO tlslift.invalid\r\n", lastLine("250")).unless(lastLine("[45][0-9][0-9]")),
      Step.say("STARTTLS\r\n", lastLine("220")).unless(lastLine("[45][0-9][0-9]"))),
  /** RFC 3501 6.2.1. */
  IMAP(
      Step.expect(starts("\\* OK")),
      Step.say("a STARTTLS\r\n", line("a OK")).unless(line("a (NO|BAD)"))),
  /** RFC 2595 4. */
  POP3(Step.expect(starts("\\+OK")), Step.say("STLS\r\n", starts("\\+OK")).unless(starts("-ERR"))),
  /** RFC 4217 4. */
  FTP(
      Step.expect(lastLine("220")),
      Step.say("AUTH TLS\r\n", lastLine("234")).unless(lastLine("[45][0-9][0-9]"))),
  /** RFC 4511 4.14: an extended request for 1.3.6.1.4.1.1466.20037, answered with success. */
  LDAP(
      Step.say(
          HexFormat.of().parseHex("301d02010177188016312e332e362e312e342e312e313436362e3230303337"),
          StartTls::isLdapSuccess)),
  /**
   * SQL Server: a PRELOGIN with VERSION and ENCRYPTION on, answered with an encryption that is
   * supported (MS-TDS 2.2.6.5).
   */
  TDS(
      Step.say(
              HexFormat.of()
                  .parseHex(
                      "1201001a00000100" + "00000b0006" + "0100110001" + "ff" + "10000000000001"),
              StartTls::isPreLogin)
          .unlessBytes(StartTls::hasNoEncryption));

  private static final int NO_ENCRYPTION = 2;

  private final List<Step> steps;

  StartTls(Step... steps) {
    this.steps = List.of(steps);
  }

  /**
   * Bytes to send, and what must come back before the next step.
   *
   * @param answered tells of all bytes that came since whether they are the answer
   * @param refused the same, whether they say that there is no TLS
   */
  record Step(byte[] send, Predicate<byte[]> answered, Predicate<byte[]> refused) {
    Step unless(Predicate<String> refusal) {
      return new Step(send, answered, b -> refusal.test(text(b)));
    }

    Step unlessBytes(Predicate<byte[]> refusal) {
      return new Step(send, answered, refusal);
    }

    static Step expect(Predicate<String> answer) {
      return new Step(new byte[0], b -> answer.test(text(b)), b -> false);
    }

    static Step say(String line, Predicate<String> answer) {
      return say(line.getBytes(StandardCharsets.US_ASCII), b -> answer.test(text(b)));
    }

    static Step say(byte[] bytes, Predicate<byte[]> answer) {
      return new Step(bytes, answer, b -> false);
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

  private static boolean isPreLogin(byte[] b) {
    return encryption(b) >= 0 && encryption(b) != NO_ENCRYPTION;
  }

  private static boolean hasNoEncryption(byte[] b) {
    return encryption(b) == NO_ENCRYPTION;
  }

  // The ENCRYPTION option of a response that is complete; else -1.
  private static int encryption(byte[] b) {
    if (b.length < TdsFrames.HEADER || b.length < ((b[2] & 0xFF) << 8 | b[3] & 0xFF)) {
      return -1;
    }
    int at = TdsFrames.HEADER;
    while (at + 4 < b.length && (b[at] & 0xFF) != 0xFF) {
      int offset = TdsFrames.HEADER + ((b[at + 1] & 0xFF) << 8 | b[at + 2] & 0xFF);
      if (b[at] == 1 && offset < b.length) {
        return b[offset];
      }
      at += 5;
    }
    return -1;
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
      case 1433 -> TDS;
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
