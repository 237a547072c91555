package io.github.tlslift.mend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.edit.NotEditableException;
import org.junit.jupiter.api.Test;

final class ProxyConfigTest {
  private static final String URL = "http://127.0.0.1:1";

  private static String in(String config) throws NotEditableException {
    return new String(ProxyConfig.in("a.exe.config", config.getBytes(UTF_8), URL), UTF_8);
  }

  @Test
  void aFileWithoutAProxyGetsOneAtItsEnd() throws NotEditableException {
    assertThat(in("<configuration>\r\n  <runtime />\r\n</configuration>\r\n"))
        .isEqualTo(
            """
            <configuration>
              <runtime />
              <system.net>
                <defaultProxy enabled="true" useDefaultCredentials="false">
                  <proxy usesystemdefault="False" proxyaddress="http://127.0.0.1:1" bypassonlocal="False" />
                </defaultProxy>
              </system.net>
            </configuration>
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void theProxyThatAFileHasIsReplacedWithItsExceptions() throws NotEditableException {
    String edited =
        in(
            "<configuration><system.net><defaultProxy><bypasslist><add address='.*'/></bypasslist>"
                + "</defaultProxy><settings/></system.net></configuration>");
    assertThat(edited).contains(URL, "<settings/>").doesNotContain("bypasslist");
    assertThat(in(edited)).isEqualTo(edited);
  }

  @Test
  void aFileMadeAnewHoldsTheProxyAlone() throws NotEditableException {
    String alone = new String(ProxyConfig.alone(URL), UTF_8);
    assertThat(alone).contains(URL).endsWith("</system.net>\n</configuration>\n");
    assertThat(in(alone)).contains(URL);
  }
}
