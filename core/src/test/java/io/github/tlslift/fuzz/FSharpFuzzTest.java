package io.github.tlslift.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** F# of any bytes is read without failing. */
final class FSharpFuzzTest {

  @FuzzTest(maxDuration = "10m")
  @DictionaryEntries({
    "ServicePointManager",
    "SecurityProtocol",
    "SecurityProtocolType",
    "Tls12",
    "3072",
    "SslProtocols",
    "Enum",
    "Parse",
    "let ",
    "let mutable ",
    "<- ",
    "||| ",
    "match ",
    " -> ",
    "fun ",
    "type ",
    "member this.",
    "module ",
    "(*",
    "*)",
    "\"\"\"",
    "$\"{",
    "if ",
    " then ",
    "``",
    "{ ",
    " }",
    "[<Literal>]",
    "enum<"
  })
  void reads(byte[] file) {
    Read.source("a.fs", file);
  }
}
