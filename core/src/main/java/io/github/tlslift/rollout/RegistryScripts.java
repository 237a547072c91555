package io.github.tlslift.rollout;

import io.github.tlslift.model.Clr;
import io.github.tlslift.model.Cure;
import io.github.tlslift.model.RegistryValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A registry cure as {@code .reg} with its inverse, PowerShell 2, DSC and Ansible. */
final class RegistryScripts {
  private static final String HIVE = "HKEY_LOCAL_MACHINE\\";
  private static final String HEAD = "Windows Registry Editor Version 5.00";

  private final Cure cure;
  private final List<DwordValue> values;
  private final List<RegistryValue> known;

  private RegistryScripts(Cure cure, List<DwordValue> values, List<RegistryValue> known) {
    this.cure = cure;
    this.values = values;
    this.known = known;
  }

  static List<Artifact> of(Cure cure, Clr clr, List<RegistryValue> known) {
    return new RegistryScripts(cure, DwordValue.of(cure.sets(), clr), known).artifacts(clr);
  }

  private List<Artifact> artifacts(Clr clr) {
    String name = cure.id() + (clr == Clr.CLR2 ? "-clr2" : "");
    return List.of(
        new Artifact(name + ".reg", reg(false), true, "import with: reg import " + name + ".reg"),
        new Artifact(
            name + "-undo.reg", reg(true), true, "puts back what was there: " + inverseRestsOn()),
        new Artifact(name + ".ps1", powershell(), false, "the same for PowerShell 2 and later"),
        new Artifact(name + ".dsc.ps1", dsc(), false, "the same as a DSC configuration"),
        new Artifact(name + ".ansible.yml", ansible(), false, "the same as Ansible tasks"));
  }

  private String inverseRestsOn() {
    return known.isEmpty()
        ? "taken to be nothing, for no --registry export was given"
        : "as the --registry export says";
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    remarks.add(cure.title());
    remarks.add("works on " + String.join(", ", cure.worksOn()));
    cure.alsoChanges().forEach(c -> remarks.add("also changes " + c));
    remarks.add("then restart " + cure.restart());
    return remarks;
  }

  private String reg(boolean inverse) {
    Map<String, List<String>> byKey = new LinkedHashMap<>();
    Map<String, String> views = new LinkedHashMap<>();
    for (DwordValue v : values) {
      byKey
          .computeIfAbsent(v.key(), k -> new ArrayList<>())
          .add("\"" + v.name() + "\"=" + (inverse ? before(v) : dword(v.number())));
      views.put(v.key(), v.view());
    }
    List<String> lines = new ArrayList<>(List.of(HEAD, ""));
    remarks().forEach(r -> lines.add("; " + (inverse ? "undoes: " : "") + r));
    byKey.forEach(
        (key, entries) -> {
          lines.addAll(List.of("", "; read by " + views.get(key), "[" + HIVE + key + "]"));
          lines.addAll(entries);
        });
    return joined(lines, "\r\n");
  }

  private static String dword(long number) {
    return String.format("dword:%08x", number);
  }

  // A value that was not there is deleted (reg files: a minus sign in place of the data).
  private String before(DwordValue value) {
    Optional<RegistryValue> old =
        known.stream()
            .filter(
                k -> !k.deleted() && k.name().equalsIgnoreCase(value.name()) && isSame(k, value))
            .reduce((first, last) -> last);
    return old.map(RegistryScripts::data).orElse("-");
  }

  private static boolean isSame(RegistryValue known, DwordValue value) {
    boolean wow = value.key().contains("\\Wow6432Node\\");
    boolean view =
        known.view() == RegistryValue.View.BOTH
            || wow == (known.view() == RegistryValue.View.WOW6432);
    String key = (HIVE + value.key()).replace("\\Wow6432Node", "");
    return view && known.key().equalsIgnoreCase(key);
  }

  private static String data(RegistryValue old) {
    return old.number().isPresent()
        ? dword(old.number().get())
        : "\"" + old.text().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private String powershell() {
    List<String> lines = new ArrayList<>();
    remarks().forEach(r -> lines.add("# " + r));
    lines.addAll(
        List.of(
            "# Start it as an administrator; a 32-bit PowerShell would write to the 32-bit view twice.",
            "if ($env:PROCESSOR_ARCHITEW6432) { throw 'Start this in the 64-bit PowerShell.' }",
            "",
            "function Set-Number($key, $name, $number) {",
            "    if (-not (Test-Path $key)) { New-Item -Path $key -Force | Out-Null }",
            "    New-ItemProperty -Path $key -Name $name -Value $number -PropertyType DWord -Force |"
                + " Out-Null",
            "}",
            ""));
    for (DwordValue v : values) {
      String set =
          "Set-Number 'HKLM:\\"
              + v.key()
              + "' '"
              + v.name()
              + "' "
              + v.number()
              + "  # "
              + v.view();
      boolean wow = v.key().contains("Wow6432Node");
      lines.add(wow ? "if (Test-Path 'HKLM:\\SOFTWARE\\Wow6432Node') {" : set);
      if (wow) {
        lines.addAll(List.of("    " + set, "}"));
      }
    }
    return joined(lines, "\r\n");
  }

  private String dsc() {
    List<String> lines = new ArrayList<>();
    remarks().forEach(r -> lines.add("# " + r));
    lines.addAll(
        List.of(
            "Configuration TlsLift",
            "{",
            "    Import-DscResource -ModuleName PSDesiredStateConfiguration",
            "    Node 'localhost'",
            "    {"));
    int number = 0;
    for (DwordValue v : values) {
      number++;
      lines.addAll(
          List.of(
              "        # read by " + v.view(),
              "        Registry Value" + number,
              "        {",
              "            Ensure    = 'Present'",
              "            Key       = '" + HIVE + v.key() + "'",
              "            ValueName = '" + v.name() + "'",
              "            ValueType = 'Dword'",
              "            ValueData = '" + v.number() + "'",
              "            Force     = $true",
              "        }"));
    }
    lines.addAll(List.of("    }", "}"));
    return joined(lines, "\r\n");
  }

  private String ansible() {
    List<String> lines = new ArrayList<>();
    remarks().forEach(r -> lines.add("# " + r));
    for (DwordValue v : values) {
      lines.addAll(
          List.of(
              "- name: \"" + v.name() + "=" + v.number() + " for " + v.view() + "\"",
              "  ansible.windows.win_regedit:",
              "    path: 'HKLM:\\" + v.key() + "'",
              "    name: " + v.name(),
              "    data: " + v.number(),
              "    type: dword"));
    }
    return joined(lines, "\n");
  }

  private static String joined(List<String> lines, String end) {
    return String.join(end, lines) + end;
  }
}
