package io.github.tlslift.dotnet.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Phase;
import io.github.tlslift.model.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WebPageTest {
  private static List<ApiUse> writes(String file, String text) {
    return SourceReader.read(List.of(SourceText.ofString(file, text))).apiUses().stream()
        .filter(u -> u.role() == Role.PROCESS_PROTOCOLS)
        .toList();
  }

  @Test
  void readsTheScriptBlockThatRunsAtTheServer() {
    List<ApiUse> writes =
        writes(
            "Global.asax",
            """
            <%@ Application Language="C#" %>
            <script runat="server">
              void Application_Start(object sender, EventArgs e) {
                System.Net.ServicePointManager.SecurityProtocol = System.Net.SecurityProtocolType.Tls;
              }
            </script>
            """);
    assertThat(writes).hasSize(1);
    assertThat(writes.get(0).value().exact()).contains(192);
    assertThat(writes.get(0).location().line()).isEqualTo(4);
    assertThat(writes.get(0).phase()).isEqualTo(Phase.APPLICATION_START);
  }

  @Test
  void readsNoScriptOfTheBrowser() {
    assertThat(
            writes(
                "a.aspx",
                "<%@ Page Language=\"C#\" %><script>ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls;</script>"))
        .isEmpty();
  }

  @Test
  void readsWhatFollowsTheDirectiveOfAHandler() {
    List<ApiUse> writes =
        writes(
            "Feed.ashx",
            """
            <%@ WebHandler Language="VB" Class="Feed" %>
            Imports System.Net
            Public Class Feed
              Public Sub ProcessRequest(context As HttpContext)
                ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12
              End Sub
            End Class
            """);
    assertThat(writes).hasSize(1);
    assertThat(writes.get(0).value().exact()).contains(3072);
    assertThat(writes.get(0).location().line()).isEqualTo(5);
  }

  @Test
  void readsInlineBlocksAndNoExpressions() {
    List<ApiUse> writes =
        writes(
            "a.aspx",
            """
            <%@ Page Language="C#" %>
            <p><%= ServicePointManager.SecurityProtocol %></p>
            <% ServicePointManager.SecurityProtocol |= (SecurityProtocolType)3072; %>
            """);
    assertThat(writes).hasSize(1);
    assertThat(writes.get(0).location().line()).isEqualTo(3);
  }

  @Test
  void anUnclosedBlockIsNoCode() {
    assertThat(writes("a.aspx", "<% ServicePointManager.SecurityProtocol = 0;")).isEmpty();
    assertThat(writes("a.aspx", "<%".repeat(100_000))).isEmpty();
  }
}
