package io.github.tlslift.dotnet.source;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script given to {@code powershell -EncodedCommand}: UTF-16LE in base64 (about_PowerShell_exe);
 * the option may be shortened down to {@code -e}.
 *
 * @param start where the base64 begins in the text
 * @param script the script
 */
record EncodedCommand(int start, String script) {
  private static final Pattern OPTION =
      Pattern.compile("[-/]e[a-z]*\\s+[\"']?([A-Za-z0-9+/]{16,}={0,2})", Pattern.CASE_INSENSITIVE);

  /** The first encoded script of a command line. */
  static Optional<EncodedCommand> in(String commandLine) {
    Matcher option = OPTION.matcher(commandLine);
    return option.find()
        ? decode(option.group(1)).map(s -> new EncodedCommand(option.start(1), s))
        : Optional.empty();
  }

  /** Whether the option is {@code -EncodedCommand} or a short form of it. */
  static boolean isOption(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !lower.isEmpty() && ("encodedcommand".startsWith(lower) || lower.equals("ec"));
  }

  /** The script that the text stands for; empty where it is no script. */
  static Optional<String> decode(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64.strip());
      String script = new String(bytes, StandardCharsets.UTF_16LE);
      return bytes.length % 2 == 0 && script.chars().allMatch(EncodedCommand::isText)
          ? Optional.of(script)
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static boolean isText(int c) {
    return c >= ' ' && c != 0xFFFD || c == '\n' || c == '\r' || c == '\t' || c == 0xFEFF;
  }
}
