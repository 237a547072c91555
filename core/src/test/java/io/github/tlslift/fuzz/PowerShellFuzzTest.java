package io.github.tlslift.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** PowerShell of any bytes is read without failing. */
final class PowerShellFuzzTest {

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
    "[Net.ServicePointManager]::",
    " -bor ",
    "@{",
    "@(",
    "$(",
    "param(",
    "function ",
    "| % {",
    "Add-Type ",
    "Invoke-Expression ",
    "$_",
    "foreach (",
    "switch (",
    "class ",
    "-join ",
    "::new("
  })
  void reads(byte[] file) {
    Read.source("a.ps1", file);
  }
}
