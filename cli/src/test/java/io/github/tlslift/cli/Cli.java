package io.github.tlslift.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** What a command printed and how it ended. */
record Cli(int code, String out, String err) {
  static final Path EXAMPLES = Path.of("../examples");

  /** Runs a command in this JVM. */
  static Cli run(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    int code = Main.run(words, new PrintWriter(out), new PrintWriter(err));
    return new Cli(code, out.toString(), err.toString());
  }

  /** Runs {@code check} on an example. */
  static Cli check(String example, Object... more) {
    Object[] args = new Object[more.length + 2];
    args[0] = "check";
    args[1] = EXAMPLES.resolve(example);
    System.arraycopy(more, 0, args, 2, more.length);
    return run(args);
  }
}
