package io.github.tlslift.hello;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.io.CsvTable;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.tls.ClientHello;
import io.github.tlslift.tls.Extension;
import io.github.tlslift.tls.Fingerprint;
import io.github.tlslift.tls.HelloShape;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Profiles beside the hellos that others recorded on the wire. */
final class HelloProfileTest {
  private static final Map<String, String> RECORDED =
      CsvTable.load(
              HelloProfileTest.class,
              "/io/github/tlslift/windows/schannel-hellos.csv",
              r -> Map.entry(r.getField("id"), r.getField("ja3")))
          .stream()
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private static ClientHello hello(String profile) {
    return HelloProfile.parse(profile)
        .flatMap(HelloProfile::shape)
        .orElseThrow()
        .hello(Optional.of("host.example"), new Zeros());
  }

  private static final class Zeros implements HelloShape.Fresh {
    @Override
    public byte[] random(int length) {
      return new byte[length];
    }

    @Override
    public byte[] publicKey(int group) {
      return new byte[32];
    }
  }

  @ParameterizedTest
  @CsvSource({
    "net462@windows-10-22h2, win11-22h2-schannelcred-tls12",
    "winhttp@windows-10-1607, win10-1607-office-rc4",
    "winhttp@windows-10-1809, win10-1809-c2r",
    "winhttp@windows-10-2004, win10-2004-office",
    "winhttp@windows-11-21h2, win11-21h2-office-tls13",
    "wininet@windows-10-1511, win10-1511-wininet",
    "wininet@windows-10-1607, win10-1607-wininet",
    "wininet@windows-10-1903, win10-1903-wininet",
    "wininet@windows-10-2004, win10-2004-components",
    "wininet@windows-11-21h2, win11-21h2-components-tls13",
    "wininet@windows-11-22h2, cap-win11-curl-tls13",
  })
  void haveTheFingerprintThatWasRecorded(String profile, String recorded)
      throws MalformedInputException {
    assertThat(Fingerprint.ja3(hello(profile))).isEqualTo(RECORDED.get(recorded));
  }

  @Test
  void aNewServerThatTurnsOldVersionsDownSeesNoSuiteOfTls12FromOldTargets() {
    ClientHello old = hello("net452@server-2012r2");
    assertThat(old.version()).isEqualTo(0x0301);
    assertThat(old.cipherSuites()).contains(0xC014).doesNotContain(0xC030, 0x009D, 0x003D);
    assertThat(old.extensionTypes())
        .doesNotContain(Extension.SIGNATURE_ALGORITHMS, Extension.STATUS_REQUEST, Extension.ALPN);
  }

  @Test
  void strongCryptoTakesRc4Out() {
    assertThat(hello("net48@windows-10-1607").cipherSuites()).doesNotContain(0x0005, 0x0004);
    assertThat(hello("winhttp@windows-10-1607").cipherSuites()).contains(0x0005, 0x0004);
  }

  @Test
  void everyProfileThatIsListedHasAnAnswer() {
    assertThat(HelloProfile.names()).contains("net35@windows-7", "powershell51@server-2016");
    assertThat(HelloProfile.names())
        .allSatisfy(name -> assertThat(HelloProfile.parse(name)).isPresent());
    assertThat(HelloProfile.parse("net452")).isEmpty();
    assertThat(HelloProfile.parse("net999@windows-7")).isEmpty();
    assertThat(HelloProfile.parse("net452@windows-95")).isEmpty();
  }
}
