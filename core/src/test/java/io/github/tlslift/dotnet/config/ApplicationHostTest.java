package io.github.tlslift.dotnet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.tlslift.dotnet.config.ApplicationHost.Application;
import io.github.tlslift.dotnet.config.ApplicationHost.Pool;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.Clr;
import io.github.tlslift.testkit.Truncation;
import org.junit.jupiter.api.Test;

final class ApplicationHostTest {
  private static final String FILE =
      """
      <configuration>
        <system.applicationHost>
          <applicationPools>
            <add name="DefaultAppPool"/>
            <add name="Legacy" managedRuntimeVersion="v2.0" enable32BitAppOnWin64="true"/>
            <add name="Core" managedRuntimeVersion=""/>
            <applicationPoolDefaults managedRuntimeVersion="v4.0" enable32BitAppOnWin64="false"/>
          </applicationPools>
          <sites>
            <site name="Main" id="1">
              <application path="/">
                <virtualDirectory path="/" physicalPath="%SystemDrive%\\inetpub\\wwwroot"/>
                <virtualDirectory path="/img" physicalPath="D:\\img"/>
              </application>
              <application path="/portal" applicationPool="legacy">
                <virtualDirectory path="/" physicalPath="D:\\portal"/>
              </application>
            </site>
            <applicationDefaults applicationPool="DefaultAppPool"/>
          </sites>
        </system.applicationHost>
      </configuration>""";

  private static ApplicationHost read(String text) throws MalformedInputException {
    return ApplicationHost.read(SourceText.ofString("applicationHost.config", text));
  }

  @Test
  void readsPoolsWithTheirDefaults() throws MalformedInputException {
    ApplicationHost host = read(FILE);
    assertThat(host.pools())
        .extracting(p -> p.name() + " " + p.clr().orElseThrow() + " " + p.bitness())
        .containsExactly("DefaultAppPool CLR4 BITS_64", "Legacy CLR2 BITS_32", "Core CORE BITS_64");
  }

  @Test
  void readsApplicationsWithTheirFolders() throws MalformedInputException {
    ApplicationHost host = read(FILE);
    assertThat(host.applications())
        .extracting(Application::virtualPath, Application::physicalPath)
        .containsExactly(
            tuple("Main", "%SystemDrive%\\inetpub\\wwwroot"), tuple("Main/portal", "D:\\portal"));
    assertThat(host.applications().stream().map(a -> host.pool(a).orElseThrow()))
        .extracting(Pool::name)
        .containsExactly("DefaultAppPool", "Legacy");
    assertThat(host.applications().get(1).location().line()).isEqualTo(15);
  }

  @Test
  void leavesTheRuntimeOpenWhereNothingSaysIt() throws MalformedInputException {
    ApplicationHost host =
        read(
            "<configuration><system.applicationHost><applicationPools><add name='P'/></applicationPools></system.applicationHost></configuration>");
    assertThat(host.pools().get(0).clr()).isEmpty();
    assertThat(host.pools().get(0).bitness()).isEqualTo(Bitness.BITS_64);
  }

  @Test
  void takesNoManagedCodeForTheModuleThatHostsNet() throws MalformedInputException {
    assertThat(read(FILE).pools().get(2).clr()).contains(Clr.CORE);
  }

  @Test
  void refusesEveryTruncation() {
    Truncation.isRefusedEverywhere("applicationHost.config", FILE, ApplicationHost::read);
  }
}
