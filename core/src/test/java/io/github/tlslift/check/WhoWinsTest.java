package io.github.tlslift.check;

import static io.github.tlslift.testkit.AssemblyWriter.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.model.Connection;
import io.github.tlslift.testkit.AssemblyWriter;
import io.github.tlslift.testkit.AssemblyWriter.Token;
import io.github.tlslift.testkit.CheckTester;
import io.github.tlslift.testkit.Fixtures;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of several writes of the process-wide protocols is in force at a call. */
final class WhoWinsTest {
  private static final String LINE =
      "    ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;\n";
  private static final String LATE =
      """
      using System.Net;
      class Program {
        static void Main() {
          var request = (HttpWebRequest)WebRequest.Create("https://server.example/");
          ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
          request.GetResponse();
        }
      }
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path root;

  private Connection connection(String code) {
    return CheckTester.in(root).exe("App", "4.5.2", "", code).to().check().connection();
  }

  @Test
  void p1AWriteAfterTheRequestComesTooLateForIt() {
    Connection connection = connection(LATE);
    assertThat(connection.fails()).isTrue();
  }

  @Test
  void aWriteBeforeTheRequestIsInForce() {
    Connection connection =
        connection(LATE.replace(LINE, "").replace("    var request", LINE + "    var request"));
    assertThat(connection.depends()).isFalse();
    assertThat(connection.fails()).isFalse();
  }

  @Test
  void p1TheSameHoldsOfCompiledCode() {
    Connection connection =
        CheckTester.in(root)
            .file("Late.exe", Fixtures.bytes("assemblies/late.exe"))
            .to()
            .check()
            .connection();
    assertThat(connection.depends()).isTrue();
  }

  // static void Main() { P = Tls12; } static void Apply() { P = other; }
  private Connection compiled(int other) {
    AssemblyWriter writer = new AssemblyWriter();
    int setter = writer.protocolSetter();
    writer.method("Main", code(0x20, new Token(3072), 0x28, new Token(setter), 0x2A));
    writer.method("Apply", code(0x20, new Token(other), 0x28, new Token(setter), 0x2A));
    return CheckTester.in(root).file("P.exe", writer.build()).to().check().connection();
  }

  @Test
  void itDependsOnTheOrderOfCompiledWritesThatDisagree() {
    assertThat(compiled(192).depends()).isTrue();
    assertThat(compiled(3072).depends()).isFalse();
    assertThat(compiled(3072).fails()).isFalse();
  }
}
