package io.github.tlslift.cli;

import io.github.tlslift.report.Tool;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The entry point of the command line. */
@Command(
    name = "tlslift",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Finds out why a .NET program can no longer connect over TLS, and what to do.",
    footer = {
      "",
      "Examples:",
      "  tlslift check src --to contoso.sharepoint.com",
      "  tlslift fix src --to contoso.sharepoint.com",
      "  tlslift offer --target 4.5.2 --windows \"Server 2016\"",
      "  tlslift probe contoso.sharepoint.com",
      "  tlslift verify -- InvoiceSync.exe",
      "  tlslift why error.txt",
      "  tlslift explain pinned-legacy-protocol"
    })
public final class Main implements Runnable {
  private static final List<String> COMMANDS =
      List.of("check", "fix", "undo", "offer", "probe", "verify", "why", "explain");

  @Spec CommandSpec spec = CommandSpec.create();

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    PrintWriter out = utf8(new FileOutputStream(FileDescriptor.out));
    PrintWriter err = utf8(new FileOutputStream(FileDescriptor.err));
    int code = runWithinMemory(args, out, err);
    out.flush();
    err.flush();
    System.exit(code);
  }

  private static int runWithinMemory(String[] args, PrintWriter out, PrintWriter err) {
    try {
      return run(args, out, err);
    } catch (OutOfMemoryError e) {
      err.println(outOfMemory());
      return ExitCodes.OWN_FAULT;
    }
  }

  /** The message where the heap was too small. */
  static String outOfMemory() {
    long mib = Runtime.getRuntime().maxMemory() >> 20;
    return "tlslift: "
        + mib
        + " MiB of memory are not enough; try again with more: TLSLIFT_HEAP="
        + Math.max(1, mib / 256)
        + "g tlslift ...";
  }

  /** Runs one command and gives its exit code. */
  static int run(String[] args, PrintWriter out, PrintWriter err) {
    CommandLine line = new CommandLine(new Main());
    commands()
        .forEach(
            (name, command) -> {
              if (isWanted(name, args)) {
                line.addSubcommand(name, command.get());
              }
            });
    return line.setOut(out)
        .setExpandAtFiles(false)
        .setErr(err)
        .setParameterExceptionHandler(Main::wrongUse)
        .setExecutionExceptionHandler(Main::failed)
        .execute(args);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static Map<String, Supplier<Object>> commands() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("check", CheckCommand::new);
    commands.put("fix", FixCommand::new);
    commands.put("undo", UndoCommand::new);
    commands.put("offer", OfferCommand::new);
    commands.put("probe", ProbeCommand::new);
    commands.put("verify", VerifyCommand::new);
    commands.put("why", WhyCommand::new);
    commands.put("explain", ExplainCommand::new);
    return commands;
  }

  // Building a command takes longer than running most: only the one that is called is built.
  private static boolean isWanted(String name, String[] args) {
    boolean known = args.length > 0 && COMMANDS.contains(args[0]);
    return !known || name.equals(args[0]);
  }

  private static int wrongUse(ParameterException e, String[] args) {
    boolean command =
        e instanceof UnmatchedArgumentException u
            && e.getCommandLine().getParent() == null
            && !u.getUnmatched().get(0).startsWith("-");
    String message = command ? unknownCommand(args) : String.valueOf(e.getMessage());
    return say(message, e.getCommandLine());
  }

  private static String unknownCommand(String[] args) {
    return "no command is called '" + args[0] + "'" + Words.near(args[0], COMMANDS);
  }

  private static int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    if (e instanceof WrongUse) {
      return say(String.valueOf(e.getMessage()), line);
    }
    line.getErr().println("tlslift: our own fault; please report it with these lines:");
    e.printStackTrace(line.getErr());
    return ExitCodes.OWN_FAULT;
  }

  private static int say(String message, CommandLine line) {
    line.getErr().println("tlslift: " + message);
    line.getErr().println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
    return ExitCodes.WRONG_USE;
  }

  private static PrintWriter utf8(OutputStream stream) {
    return new PrintWriter(stream, false, StandardCharsets.UTF_8);
  }

  /** The version line. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Tool.NAME + " " + Tool.version()};
    }
  }
}
