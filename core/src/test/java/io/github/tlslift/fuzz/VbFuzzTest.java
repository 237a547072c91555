package io.github.tlslift.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** VB of any bytes is read without failing. */
final class VbFuzzTest {

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
    "Imports ",
    "Module ",
    "End Sub",
    "Function(",
    "With {",
    "Dim ",
    " As New ",
    "Select Case ",
    "#If ",
    "#End If",
    "REM ",
    "&HC00",
    "Property ",
    "CType(",
    "If(",
    "<Attr>",
    "AddHandler ",
    "For Each "
  })
  void reads(byte[] file) {
    Read.source("a.vb", file);
  }
}
