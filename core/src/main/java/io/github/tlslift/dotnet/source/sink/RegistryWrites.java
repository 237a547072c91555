package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.api.RegistryNames;
import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Numbers;
import io.github.tlslift.dotnet.source.fold.Program;
import io.github.tlslift.dotnet.value.Atom;
import io.github.tlslift.dotnet.value.Value;
import io.github.tlslift.model.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Registry values that touch TLS, written by code or by a script. */
final class RegistryWrites implements Sink {
  private static final Set<String> WORDS =
      Set.of(
          "SchUseStrongCrypto",
          "SystemDefaultTlsVersions",
          "SCHANNEL",
          "Schannel",
          "schannel",
          "schusestrongcrypto",
          "SecureProtocols",
          "NETFramework\\AppContext");
  private static final Set<String> STARTERS = Set.of("start", "start-process", "saps", "shell");
  private static final Set<String> COMMANDS = Set.of("new-itemproperty", "set-itemproperty", "sp");

  @Override
  public boolean mayFind(Program program) {
    return program.mentions(WORDS);
  }

  @Override
  public void look(Expr e, Place at, Found found) {
    if (e instanceof Expr.New n && n.simpleType().equals("ProcessStartInfo")) {
      commandLine(n.args(), at.location(n), at, found);
    }
    if (e instanceof Expr.Assign a && a.target().lastName().equals("Arguments")) {
      commandLine(List.of(new Expr.Arg("", a.value())), at.location(a), at, found);
    }
    if (!(e instanceof Expr.Call c)) {
      return;
    }
    String name = c.lastName().toLowerCase(Locale.ROOT);
    if (name.equals("setvalue") && c.callee() instanceof Expr.Member m) {
      setValue(c, m, at, found);
    } else if (COMMANDS.contains(name) && at.code().language() == Code.Language.POWERSHELL) {
      itemProperty(c, at, found);
    } else if (name.equals("reg") || name.equals("reg.exe")) {
      regAdd(words(c.args(), at, found), at.location(c), found);
    } else if (STARTERS.contains(name)) {
      commandLine(c.args(), at.location(c), at, found);
    }
  }

  private static void setValue(Expr.Call c, Expr.Member m, Place at, Found found) {
    boolean direct = Text.endsWithName(m.target().path(), "Registry") && c.args().size() >= 3;
    int from = direct ? 1 : 0;
    if (c.args().size() < from + 2) {
      return;
    }
    String key =
        direct
            ? text(c.args().get(0).value(), at, found).orElse("")
            : path(m.target(), at, found, 0);
    Optional<String> name = text(c.args().get(from).value(), at, found);
    Value value = found.fold(c.args().get(from + 1).value(), at);
    String type = c.arg(from + 2).map(Expr::lastName).orElse("");
    name.ifPresent(n -> note(key, n, value, type(type, value), at.location(c), found));
  }

  // The path a key was opened with, from the hive on.
  private static String path(Expr e, Place at, Found found, int depth) {
    Expr key = found.folder().definition(e, at.scope(), at.code());
    if (depth > 6) {
      return "";
    }
    if (key instanceof Expr.Call c && c.callee() instanceof Expr.Member m) {
      if (c.lastName().equals("OpenBaseKey")) {
        String hive = hive(c.arg(0).map(Expr::lastName).orElse(""));
        boolean wow = c.arg(1).map(Expr::lastName).orElse("").equals("Registry32");
        return wow ? hive + "\\SOFTWARE\\Wow6432Node?" : hive;
      }
      String before = path(m.target(), at, found, depth + 1);
      String rest = c.arg(0).flatMap(a -> text(a, at, found)).orElse("?");
      return joined(before, rest);
    }
    return key instanceof Expr.Binary b && b.op().equals("??")
        ? path(b.left(), at, found, depth + 1)
        : hive(key.lastName());
  }

  private static String joined(String before, String rest) {
    int mark = before.indexOf("\\SOFTWARE\\Wow6432Node?");
    if (mark < 0) {
      return before + "\\" + rest;
    }
    boolean software = rest.toUpperCase(Locale.ROOT).startsWith("SOFTWARE\\");
    return before.substring(0, mark)
        + "\\"
        + (software ? "SOFTWARE\\Wow6432Node\\" + rest.substring(9) : rest);
  }

  private static String hive(String name) {
    return switch (name) {
      case "LocalMachine" -> "HKEY_LOCAL_MACHINE";
      case "CurrentUser" -> "HKEY_CURRENT_USER";
      default -> "?";
    };
  }

  private static void itemProperty(Expr.Call c, Place at, Found found) {
    List<Expr> plain =
        c.args().stream().filter(a -> a.name().isEmpty()).map(Expr.Arg::value).toList();
    Optional<Expr> path = c.arg("Path").or(() -> c.arg("LiteralPath")).or(() -> first(plain, 0));
    int used = c.arg("Path").isPresent() || c.arg("LiteralPath").isPresent() ? 0 : 1;
    Optional<Expr> name = c.arg("Name").or(() -> first(plain, used));
    int more = used + (c.arg("Name").isPresent() ? 0 : 1);
    Optional<Expr> value = c.arg("Value").or(() -> first(plain, more));
    String type =
        c.arg("PropertyType").or(() -> c.arg("Type")).flatMap(t -> text(t, at, found)).orElse("");
    if (path.isEmpty() || name.isEmpty() || value.isEmpty()) {
      return;
    }
    Value written = found.fold(value.get(), at);
    for (String key : texts(path.get(), at, found)) {
      for (String called : texts(name.get(), at, found)) {
        note(key, called, written, type(type, written), at.location(c), found);
      }
    }
  }

  private static Optional<Expr> first(List<Expr> all, int index) {
    return index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
  }

  // Process.Start("reg.exe", "add HKLM\\... /v ..."), cmd /c reg add ...
  private static void commandLine(List<Expr.Arg> args, Location l, Place at, Found found) {
    List<String> words = new ArrayList<>();
    for (String part : words(args, at, found)) {
      split(part, words);
    }
    for (int i = 0; i + 1 < words.size(); i++) {
      String word = words.get(i).toLowerCase(Locale.ROOT);
      boolean reg = word.equals("reg") || word.endsWith("reg.exe");
      if (word.equals("add") && words.get(i + 1).toUpperCase(Locale.ROOT).startsWith("HK")
          || reg && words.get(i + 1).equalsIgnoreCase("add")) {
        regAdd(words.subList(reg ? i + 1 : i, words.size()), l, found);
        return;
      }
    }
  }

  // Words of a command line; quotes hold together what has spaces.
  private static void split(String line, List<String> words) {
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ' ' && !quoted) {
        if (word.length() > 0) {
          words.add(word.toString());
        }
        word.setLength(0);
      } else {
        word.append(c);
      }
    }
    if (word.length() > 0) {
      words.add(word.toString());
    }
  }

  private static List<String> words(List<Expr.Arg> args, Place at, Found found) {
    return args.stream()
        .map(a -> text(a.value(), at, found).or(() -> number(a.value(), at, found)).orElse("?"))
        .toList();
  }

  // reg add KEY /v NAME /t TYPE /d DATA
  private static void regAdd(List<String> words, Location l, Found found) {
    if (words.size() < 2 || !words.get(0).equalsIgnoreCase("add")) {
      return;
    }
    String name = after(words, "/v");
    String type = after(words, "/t");
    String data = after(words, "/d");
    Value value =
        data.matches("(0x)?[0-9a-fA-F]+") && !type.equalsIgnoreCase("REG_SZ")
            ? Numbers.parse(data).map(Value::number).orElse(Value.of(new Atom.Text(data)))
            : Value.of(new Atom.Text(data));
    note(words.get(1), name, value, type.isEmpty() ? "REG_SZ" : type, l, found);
  }

  private static Optional<String> number(Expr e, Place at, Found found) {
    return found.fold(e, at).number().map(n -> Integer.toString(n));
  }

  private static String after(List<String> words, String option) {
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.get(i).equalsIgnoreCase(option)) {
        return words.get(i + 1);
      }
    }
    return "";
  }

  private static String type(String kind, Value value) {
    return switch (kind.toLowerCase(Locale.ROOT)) {
      case "dword", "reg_dword" -> "REG_DWORD";
      case "qword" -> "REG_QWORD";
      case "string", "reg_sz" -> "REG_SZ";
      default -> value.text().isPresent() ? "REG_SZ" : "REG_DWORD";
    };
  }

  private static void note(
      String path, String name, Value value, String type, Location location, Found found) {
    Optional<Long> number =
        type.equals("REG_SZ")
            ? Optional.empty()
            : value.number().map(Integer::longValue).or(() -> value.text().flatMap(Numbers::parse));
    String text =
        value.text().or(() -> value.number().map(n -> Integer.toString(n))).orElse("not known");
    RegistryNames.written(path, name, type, text, number, location).ifPresent(found::add);
  }

  private static Optional<String> text(Expr e, Place at, Found found) {
    return texts(e, at, found).stream().findFirst();
  }

  // All that it may be: a loop over keys writes them all.
  private static List<String> texts(Expr e, Place at, Found found) {
    return found.fold(e, at).possible().stream()
        .filter(Atom.Text.class::isInstance)
        .map(t -> ((Atom.Text) t).text())
        .toList();
  }
}
