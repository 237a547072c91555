package io.github.tlslift.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of the command line. */
@Command(
    name = "tlslift",
    mixinStandardHelpOptions = true,
    version = "tlslift 0.1.0",
    description = "Finds out why a .NET program can no longer connect over TLS, and what to do.",
    subcommands = {OfferCommand.class})
public final class Main {

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }
}
