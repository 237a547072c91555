package io.github.tlslift.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Programs put together from pieces that refer to each other are folded without failing. */
final class FolderFuzzTest {
  private static final String[] NAMES = {"a", "b", "c", "d", "P", "Q"};
  private static final String[] CSHARP = {
    "class N {",
    "}",
    "class N : N {",
    "const int N = N | N;",
    "static int N = N + N;",
    "int N { get { return N; } set { N = value; } }",
    "int N => N;",
    "int N(int N) { return N(N) | N; }",
    "static int N(this int N, int N = 3) => N.N(N);",
    "enum N { N, N = N, N }",
    "void N() {",
    "var N = N;",
    "N = N;",
    "N |= N;",
    "N &= ~N;",
    "N.N = new N { N = N };",
    "N = N ? N : N;",
    "N = N ?? N;",
    "N = N switch { 1 => N, _ => N };",
    "if (N) { N = N; } else { N = N; }",
    "foreach (var N in new[] { N, N }) N |= N;",
    "ServicePointManager.SecurityProtocol = N;",
    "ServicePointManager.SecurityProtocol |= (SecurityProtocolType)N(N);",
    "N = ServicePointManager.SecurityProtocol;",
    "N = (int)Enum.Parse(typeof(SecurityProtocolType), N + \"Tls\");",
    "Enum.TryParse(N, out N);",
    "N = $\"{N}{N}\";",
    "N = string.Format(\"{0}{1}\", N, N);",
    "Func<int> N = () => N;",
    "s.AuthenticateAsClient(N, null, N, false);",
    "Registry.SetValue(N, N, N);",
    "ServicePointManager.ServerCertificateValidationCallback = N;",
  };
  private static final String[] POWERSHELL = {
    "function N($N, $N = $N) {",
    "}",
    "$N = $N",
    "$N += $N",
    "$N = N $N -N $N",
    "$N = @{ N = $N }",
    "N @N",
    "$N = \"$N$N\"",
    "$N = $N, $N",
    "foreach ($N in $N) {",
    "$N | % {",
    "if ($N) { $N } else { $N }",
    "[Net.ServicePointManager]::SecurityProtocol = $N",
    "[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::$N -bor $N",
    "Invoke-Expression $N",
    "Add-Type $N",
    "Set-ItemProperty $N SchUseStrongCrypto $N",
    "class N { $N = $N; N($N) {} }",
    "$N = 'Tls12'",
    "return $N",
  };

  // Each byte chooses a piece; the bytes after it, the names in the piece.
  @FuzzTest(maxDuration = "10m")
  void folds(byte[] choices) {
    Read.source("a.cs", program(CSHARP, choices));
    Read.source("a.ps1", program(POWERSHELL, choices));
  }

  private static byte[] program(String[] pieces, byte[] choices) {
    StringBuilder program = new StringBuilder();
    int at = 0;
    while (at < choices.length && program.length() < 20_000) {
      String piece = pieces[(choices[at++] & 0xFF) % pieces.length];
      for (char c : piece.toCharArray()) {
        boolean name = c == 'N' && at < choices.length;
        program.append(name ? NAMES[(choices[at++] & 0xFF) % NAMES.length] : c);
      }
      program.append('\n');
    }
    return program.toString().getBytes(StandardCharsets.UTF_8);
  }
}
