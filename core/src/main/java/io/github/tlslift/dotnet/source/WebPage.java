package io.github.tlslift.dotnet.source;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.io.TreePath;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code in an ASP.NET page, user control or handler (Microsoft: ASP.NET page syntax): script
 * blocks that run at the server, what follows the directive of a handler, else inline blocks. Every
 * other character is blanked, so that places stay what they are.
 */
final class WebPage {
  private static final Set<String> PAGES = Set.of("aspx", "ascx", "asax", "master");
  private static final Set<String> HANDLERS = Set.of("ashx", "asmx");
  private static final Pattern DIRECTIVE = Pattern.compile("<%@([^<%]*)%>");
  private static final Pattern LANGUAGE =
      Pattern.compile("language\\s*=\\s*[\"']([^\"']*)[\"']", Pattern.CASE_INSENSITIVE);
  private static final Pattern SCRIPT =
      Pattern.compile("<script\\b([^<>]*)>|</script>", Pattern.CASE_INSENSITIVE);
  // After "<%": a directive, an expression, data binding, encoded output, a resource, a comment.
  private static final String NO_STATEMENT = "@=#:$-";
  private static final String OPENING = "class Page{";

  private final String text;
  private final char[] code;

  private WebPage(String text) {
    this.text = text;
    this.code = text.toCharArray();
  }

  /** Whether the file holds code and markup in one. */
  static boolean is(String path) {
    String extension = TreePath.extension(path);
    return PAGES.contains(extension) || HANDLERS.contains(extension);
  }

  /** The language that its directive names; C#, where none does. */
  static Code.Language language(String text) {
    Optional<String> named = named(text);
    boolean vb =
        named.map(n -> n.toLowerCase(Locale.ROOT)).filter(n -> n.startsWith("v")).isPresent();
    return vb ? Code.Language.VB : Code.Language.CSHARP;
  }

  private static Optional<String> named(String text) {
    Matcher directive = DIRECTIVE.matcher(text);
    while (directive.find()) {
      Matcher language = LANGUAGE.matcher(directive.group(1));
      if (language.find()) {
        return Optional.of(language.group(1));
      }
    }
    return Optional.empty();
  }

  /** The text with everything blanked that is not code. */
  static String code(String path, String text) {
    return new WebPage(text).code(HANDLERS.contains(TreePath.extension(path)));
  }

  private String code(boolean handler) {
    char[] original = text.toCharArray();
    for (int i = 0; i < code.length; i++) {
      code[i] = original[i] == '\n' || original[i] == '\r' ? original[i] : ' ';
    }
    if (handler) {
      keep(original, endOfDirectives(), text.length());
    } else if (!keepScripts(original)) {
      keepInline(original);
    }
    return new String(code);
  }

  private int endOfDirectives() {
    Matcher directive = DIRECTIVE.matcher(text);
    int end = 0;
    while (directive.find(end) && text.substring(end, directive.start()).isBlank()) {
      end = directive.end();
    }
    return end;
  }

  // Script blocks hold members, so they are put into a class where there is room for its name.
  private boolean keepScripts(char[] original) {
    Matcher tag = SCRIPT.matcher(text);
    boolean any = false;
    int start = -1;
    while (tag.find()) {
      if (tag.group(1) != null) {
        boolean server = tag.group(1).toLowerCase(Locale.ROOT).contains("server");
        start = server ? tag.end() : -1;
      } else if (start >= 0) {
        if (!any && language(text) == Code.Language.CSHARP) {
          open(start);
        }
        keep(original, start, tag.start());
        any = true;
        start = -1;
      }
    }
    return any;
  }

  private void open(int before) {
    int at = before - OPENING.length();
    if (at >= 0 && new String(code, at, OPENING.length()).isBlank()) {
      OPENING.getChars(0, OPENING.length(), code, at);
    }
  }

  private void keepInline(char[] original) {
    int open = text.indexOf("<%");
    while (open >= 0) {
      int end = text.indexOf("%>", open + 2);
      if (end < 0) {
        return;
      }
      if (NO_STATEMENT.indexOf(text.charAt(open + 2)) < 0) {
        keep(original, open + 2, end);
      }
      open = text.indexOf("<%", end);
    }
  }

  private void keep(char[] original, int from, int to) {
    System.arraycopy(original, from, code, from, to - from);
  }
}
