package io.github.tlslift.dotnet.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.Api;
import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BindingsTest {

  private static List<ApiUse> uses(String inside) throws MalformedInputException {
    String xml = "<configuration>\n" + inside + "\n</configuration>";
    return ConfigReader.read(SourceText.ofString("App.config", xml)).apiUses();
  }

  @ParameterizedTest
  @CsvSource({"Tls12, 3072", "'Tls,Tls11', 960", "'Tls11 Tls12', 3840", "Tls|Ssl3, 240", "None, 0"})
  void foldsTheProtocolsOfATransport(String written, int mask) throws MalformedInputException {
    ApiUse use = uses("<transport sslProtocols='" + written + "'/>").get(0);
    assertThat(use.role()).isEqualTo(Role.WCF_PROTOCOLS);
    assertThat(use.operation()).isEqualTo(Operation.SET);
    assertThat(use.value().exact()).contains(mask);
    assertThat(use.location().line()).isEqualTo(2);
  }

  @Test
  void saysWhichNameIsNoMember() throws MalformedInputException {
    ApiUse use = uses("<sslStreamSecurity sslProtocols='Tls14'/>").get(0);
    assertThat(use.value().unknown()).contains("'Tls14' is no member of SslProtocols");
  }

  @ParameterizedTest
  @CsvSource({
    "basicHttpBinding, https://a.contoso.com/s, WCF_HTTPS",
    "netTcpBinding, net.tcp://a.contoso.com:808/s, WCF_NET_TCP"
  })
  void seesTheClientOfAnEndpoint(String binding, String address, Api api)
      throws MalformedInputException {
    List<ApiUse> uses =
        uses("<endpoint address='" + address + "' binding='" + binding + "' contract='I'/>");
    assertThat(uses).extracting(ApiUse::api).containsExactly(Optional.of(api));
    assertThat(uses.get(0).role()).isEqualTo(Role.CLIENT);
  }

  @Test
  void passesAnEndpointWithoutTlsBy() throws MalformedInputException {
    assertThat(uses("<endpoint address='http://a.contoso.com/s' binding='basicHttpBinding'/>"))
        .isEmpty();
  }

  @Test
  void seesMailWithTlsAndLeavesMailWithoutItAlone() throws MalformedInputException {
    assertThat(uses("<network host='smtp.contoso.com' enableSsl='true'/>"))
        .extracting(ApiUse::api)
        .containsExactly(Optional.of(Api.SMTP_CLIENT));
    assertThat(uses("<network host='smtp.contoso.com' enableSsl='false'/>")).isEmpty();
  }

  @Test
  void seesTheNameCheckSwitchedOff() throws MalformedInputException {
    assertThat(uses("<servicePointManager checkCertificateName='false'/>"))
        .extracting(ApiUse::role)
        .containsExactly(Role.VALIDATION_OFF);
    assertThat(uses("<servicePointManager checkCertificateName='true'/>")).isEmpty();
  }

  @Test
  void tellsAConnectionStringThatTrustsAnyCertificate() throws MalformedInputException {
    String plain = "<add connectionString='Server=a.contoso.com;Database=d;Encrypt=true'/>";
    String trusting =
        "<add connectionString='Server=a.contoso.com;Database=d;Trust Server Certificate=Yes'/>";
    assertThat(uses(plain).get(0).member()).isEqualTo("SqlConnection.ConnectionString");
    assertThat(uses(trusting).get(0).member()).isEqualTo("SqlConnection.TrustServerCertificate");
  }

  @Test
  void givesTheLineOfTheFileThatSaysIt() throws MalformedInputException {
    ApiUse use = uses("  <transport\n    sslProtocols='Tls12' />").get(0);
    assertThat(use.code()).isEqualTo("sslProtocols='Tls12' />");
  }
}
