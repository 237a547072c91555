package io.github.tlslift.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.testkit.CheckTester;
import io.github.tlslift.testkit.CheckTester.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A value that code reads from {@code appSettings} is what the config file in force says. */
final class ValuesFromConfigTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  private Result check(String value, String settings) {
    return CheckTester.in(folder.resolve("app"))
        .file(
            "App.config",
            "<configuration><appSettings>" + settings + "</appSettings></configuration>")
        .exe(
            "Job",
            "4.8",
            "",
            """
            using System;
            using System.Configuration;
            using System.Net;
            class Program {
              static void Main() {
                ServicePointManager.SecurityProtocol = %s;
                new WebClient().DownloadString("https://server.example/");
              }
            }
            """
                .formatted(value))
        .to()
        .windows("Server 2019")
        .check();
  }

  private static final String PARSED =
      "(SecurityProtocolType)Enum.Parse(typeof(SecurityProtocolType), ConfigurationManager.AppSettings[\"Protocols\"])";

  @Test
  void namesAndNumbersAreLookedUp() {
    assertThat(check(PARSED, "<add key='protocols' value='Tls11, Tls12'/>").offer("Server 2019"))
        .isEqualTo("tls1.1+tls1.2");
    String number =
        "(SecurityProtocolType)int.Parse(ConfigurationManager.AppSettings[\"Protocols\"])";
    assertThat(check(number, "<add key='Protocols' value='192'/>").offer("Server 2019"))
        .isEqualTo("tls1.0");
  }

  @Test
  void whatTheFileDoesNotSayOrTheCodeChangesStaysOpen() {
    assertThat(check(PARSED, "<add key='Other' value='Tls'/>").connection().depends()).isTrue();
    String added = PARSED + " | SecurityProtocolType.Tls12";
    assertThat(check(added, "<add key='Protocols' value='Tls'/>").connection().depends()).isTrue();
  }
}
