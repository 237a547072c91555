package io.github.tlslift.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** C# of any bytes is read without failing. */
final class CSharpFuzzTest {

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
    "using static ",
    "class ",
    "new() {",
    "=> ",
    "switch {",
    "$\"{",
    "\"\"\"",
    "@\"",
    "#if ",
    "#else",
    "#endif",
    "is not ",
    "out var ",
    "delegate",
    "foreach (",
    "??=",
    "?.",
    "::",
    "<<=",
    "get;",
    "record ",
    "AuthenticateAsClient("
  })
  void reads(byte[] file) {
    Read.source("a.cs", file);
  }
}
