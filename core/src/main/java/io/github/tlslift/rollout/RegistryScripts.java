package io.github.tlslift.rollout;

import io.github.tlslift.model.Clr;
import io.github.tlslift.model.Cure;
import io.github.tlslift.model.RegistryValue;
import java.util.ArrayList;
import java.util.List;

/** A registry cure as {@code .reg} with its inverse, PowerShell 2, DSC and Ansible. */
final class RegistryScripts {
  private static final String HIVE = "HKEY_LOCAL_MACHINE\\";

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
        new Artifact(
            name + ".reg",
            RegText.setting(values, remarks()),
            true,
            "import with: reg import " + name + ".reg"),
        new Artifact(
            name + "-undo.reg",
            RegText.undoing(
                values, cure.title() + "; then restart " + cure.restart(), new Before(known)),
            true,
            "puts back what was there: " + inverseRestsOn()),
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

  private String powershell() {
    List<String> lines = new ArrayList<>();
    remarks().forEach(r -> lines.add("# " + r));
    lines.addAll(
        List.of(
            "# Start it as an administrator; a 32-bit PowerShell would write to the 32-bit view twice.",
            "if ($env:PROCESSOR_ARCHITEW6432) { throw 'Start this in the 64-bit PowerShell.' }"));
    for (DwordValue v : values) {
      boolean wow = v.key().contains("Wow6432Node");
      lines.addAll(
          List.of(
              "# read by " + v.view(),
              "$key = 'HKLM:\\" + v.key() + "'",
              // A 32-bit Windows has one view.
              wow ? "if (Test-Path 'HKLM:\\SOFTWARE\\Wow6432Node') {" : "",
              "if (-not (Test-Path $key)) { New-Item -Path $key -Force | Out-Null }",
              "New-ItemProperty -Path $key -Name '"
                  + v.name()
                  + "' -Value "
                  + v.number()
                  + " -PropertyType DWord -Force | Out-Null",
              wow ? "}" : ""));
    }
    lines.removeIf(String::isEmpty);
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
