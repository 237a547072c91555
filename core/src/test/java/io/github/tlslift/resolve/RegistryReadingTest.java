package io.github.tlslift.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.RegistryValue;
import io.github.tlslift.model.RegistryValue.Origin;
import io.github.tlslift.model.RegistryValue.View;
import io.github.tlslift.resolve.RegistrySetting.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RegistryReadingTest {
  private static final String HKLM = "HKEY_LOCAL_MACHINE\\";
  private static final String CLR4 = HKLM + "SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319";
  private static final String TLS12 =
      HKLM + "SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2";

  private static RegistryValue dword(String key, String name, long number, View view) {
    return new RegistryValue(
        key,
        name,
        "REG_DWORD",
        Long.toString(number),
        Optional.of(number),
        view,
        false,
        Origin.EXPORT,
        Location.ofFile("machine.reg"));
  }

  private static RegistryValue text(String key, String name, String text) {
    return new RegistryValue(
        key,
        name,
        "REG_SZ",
        text,
        Optional.empty(),
        View.NATIVE,
        false,
        Origin.EXPORT,
        Location.ofFile("machine.reg"));
  }

  private static Optional<String> schannel(RegistryValue... values) {
    return RegistryReading.of(List.of(values))
        .find(Kind.SCHANNEL, "tls1.2", Bitness.BITS_64)
        .map(RegistrySetting::value);
  }

  @Test
  void givesEachBitnessItsOwnView() {
    RegistryState state =
        RegistryReading.of(
            List.of(
                dword(CLR4, "SchUseStrongCrypto", 1, View.NATIVE),
                dword(CLR4, "SchUseStrongCrypto", 0, View.WOW6432)));
    assertThat(state.given()).isTrue();
    assertThat(state.dword(Kind.CLR4, "SchUseStrongCrypto", Bitness.BITS_64))
        .map(RegistrySetting::value)
        .contains("1");
    assertThat(state.dword(Kind.CLR4, "SchUseStrongCrypto", Bitness.BITS_32))
        .map(RegistrySetting::value)
        .contains("0");
  }

  @Test
  void readsNoTextWhereANumberIsNeeded() {
    RegistryState state = RegistryReading.of(List.of(text(CLR4, "SchUseStrongCrypto", "1")));
    assertThat(state.find(Kind.CLR4, "SchUseStrongCrypto", Bitness.BITS_64)).isPresent();
    assertThat(state.dword(Kind.CLR4, "SchUseStrongCrypto", Bitness.BITS_64)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319, SystemDefaultTlsVersions, CLR4",
    "SOFTWARE\\Microsoft\\.NETFramework\\v2.0.50727, SystemDefaultTlsVersions, CLR2",
    "SOFTWARE\\MICROSOFT\\.netframework\\V4.0.30319, SystemDefaultTlsVersions, CLR4",
    "SOFTWARE\\Microsoft\\.NETFramework\\AppContext, Switch.System.Net.X, APP_CONTEXT",
    "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp, DefaultSecureProtocols, WIN_HTTP"
  })
  void knowsTheKeysThatAreRead(String key, String name, Kind kind) {
    RegistryState state = RegistryReading.of(List.of(dword(HKLM + key, name, 1, View.NATIVE)));
    assertThat(state.settings()).extracting(RegistrySetting::kind).containsExactly(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "SOFTWARE\\Microsoft\\.NETFramework, SchUseStrongCrypto",
    "SOFTWARE\\Microsoft\\.NETFramework\\v4.0, SchUseStrongCrypto",
    "SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319\\SKUs, SchUseStrongCrypto",
    "SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL, SchUseStrongCrypto",
    "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings, DefaultSecureProtocols"
  })
  void passesByWhatNobodyReads(String key, String name) {
    assertThat(RegistryReading.of(List.of(dword(HKLM + key, name, 1, View.NATIVE))).settings())
        .isEmpty();
  }

  @Test
  void readsAValueForOneExecutable() {
    RegistryState state =
        RegistryReading.of(
            List.of(
                text(
                    CLR4 + "\\System.Net.ServicePointManager.SecurityProtocol",
                    "C:\\app\\a.exe",
                    "Tls12")));
    assertThat(state.find(Kind.APP, "SecurityProtocol", Bitness.BITS_64))
        .map(RegistrySetting::value)
        .contains("Tls12");
  }

  @Test
  void passesDeletedValuesBy() {
    RegistryValue deleted =
        new RegistryValue(
            CLR4,
            "SchUseStrongCrypto",
            "",
            "",
            Optional.empty(),
            View.NATIVE,
            true,
            Origin.EXPORT,
            Location.ofFile("machine.reg"));
    assertThat(RegistryReading.of(List.of(deleted)).settings()).isEmpty();
  }

  @Test
  void foldsTheTwoSchannelValuesOfAClient() {
    RegistryValue on = dword(TLS12 + "\\Client", "Enabled", 0xFFFFFFFFL, View.BOTH);
    RegistryValue off = dword(TLS12 + "\\Client", "Enabled", 0, View.BOTH);
    RegistryValue byDefault = dword(TLS12 + "\\Client", "DisabledByDefault", 0, View.BOTH);
    RegistryValue notByDefault = dword(TLS12 + "\\Client", "DisabledByDefault", 1, View.BOTH);
    assertThat(schannel(on, byDefault)).contains("enabled");
    assertThat(schannel(on, notByDefault)).contains("disabled-by-default");
    assertThat(schannel(off, byDefault)).contains("disabled");
    assertThat(schannel(on)).contains("not-disabled");
    assertThat(schannel(notByDefault)).contains("disabled-by-default");
  }

  @Test
  void passesTheServerRoleBy() {
    assertThat(schannel(dword(TLS12 + "\\Server", "Enabled", 0, View.BOTH))).isEmpty();
  }
}
