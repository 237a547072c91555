package io.github.tlslift.why.text;

import java.util.List;
import java.util.regex.Pattern;

/** Hides what nobody should read in a report: passwords, tokens, cookies, keys. */
public final class Secrets {
  private static final String HIDDEN = "***";

  private record Rule(Pattern pattern, String replacement) {}

  private static final List<Rule> RULES =
      List.of(
          rule(
              "\\b(authorization|cookie|set-cookie|x-api-key|api-?key|x-auth-token)(\"?\\s*[:=]\\s*\"?)[^\\r\\n]+",
              "$1$2"),
          rule("\\b(bearer|basic|negotiate|digest|ntlm)\\s+[A-Za-z0-9+/=._~-]{8,}", "$1 "),
          rule(
              "\\b(pass(?:word|wd|phrase)?|pwd|secret|client_secret|token|access_token|refresh_token|id_token|accountkey|sharedaccesskey|sig|apikey|assertion)(\"?\\s*[=:]\\s*\"?)(?!\\s)[^\\s;&,\"']+",
              "$1$2"),
          rule("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_.-]+", ""),
          rule("(://[^/\\s:@]{1,80}:)[^/\\s@]{1,200}(?=@)", "$1"),
          rule("-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*", ""),
          rule("(?<![A-Za-z0-9+_-])(?=[A-Za-z+_-]{0,60}\\d)[A-Za-z0-9+_-]{40,}={0,2}", ""));

  private Secrets() {}

  /** The text with secrets written as three stars. */
  public static String hidden(String text) {
    String safe = text;
    for (Rule rule : RULES) {
      safe = rule.pattern.matcher(safe).replaceAll(rule.replacement);
    }
    return safe;
  }

  private static Rule rule(String pattern, String kept) {
    return new Rule(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), kept + HIDDEN);
  }
}
