package io.github.tlslift.mend;

import io.github.tlslift.edit.Edit;
import io.github.tlslift.edit.NotEditableException;
import io.github.tlslift.edit.TextEdits;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.xml.XmlElement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The config file of a .NET Framework program with a proxy that it goes by. */
public final class ProxyConfig {
  private ProxyConfig() {}

  /** The lines that name a proxy, for people. */
  public static String lines(String url) {
    return "<system.net>\n  " + String.join("\n  ", section(url)) + "\n</system.net>\n";
  }

  private static String[] section(String url) {
    return new String[] {
      "<defaultProxy enabled=\"true\" useDefaultCredentials=\"false\">",
      "  <proxy usesystemdefault=\"False\" proxyaddress=\"" + url + "\" bypassonlocal=\"False\" />",
      "</defaultProxy>"
    };
  }

  /** A config file with nothing but the proxy. */
  public static byte[] alone(String url) {
    String inner = lines(url).indent(2);
    String text =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration>\n"
            + inner
            + "</configuration>\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The file with the proxy in place of the one it may have; the rest as it was. */
  public static byte[] in(String file, byte[] bytes, String url) throws NotEditableException {
    SourceText text = SourceText.of(file, bytes);
    XmlFile xml = XmlFile.read(text);
    return TextEdits.apply(text, bytes, List.of(edit(xml, url)));
  }

  private static Edit edit(XmlFile xml, String url) {
    Optional<XmlElement> proxy = xml.find("system.net", "defaultProxy");
    if (proxy.isPresent()) {
      return xml.replaced(proxy.get(), String.join(" ", section(url)).replace("   ", " "));
    }
    Optional<XmlElement> net = xml.find("system.net");
    String[] lines = section(url);
    for (int i = 0; i < lines.length; i++) {
      lines[i] = lines[i].replace("  ", "\t");
    }
    return net.isPresent()
        ? xml.lastChild(net.get(), lines)
        : xml.lastChild(
            xml.root(),
            "<system.net>",
            "\t" + lines[0],
            "\t" + lines[1],
            "\t" + lines[2],
            "</system.net>");
  }
}
