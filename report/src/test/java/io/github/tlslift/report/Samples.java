package io.github.tlslift.report;

import io.github.tlslift.check.CheckRequest;
import io.github.tlslift.check.CheckRequest.Endpoint;
import io.github.tlslift.check.Checker;
import io.github.tlslift.model.Api;
import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.CheckReport;
import io.github.tlslift.model.Clr;
import io.github.tlslift.model.ConfigFile;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.model.FoldedValue;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.Phase;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.Role;
import io.github.tlslift.model.TargetFramework;
import io.github.tlslift.resolve.RegistryState;
import java.util.List;
import java.util.Optional;

/** Processes made by hand, and the reports of them. */
final class Samples {
  private Samples() {}

  /** A console program for 4.5.2 that calls SharePoint and sets nothing. */
  static Process invoiceSync() {
    return exe("InvoiceSync.exe", "4.5.2", List.of(request("src/SharePointClient.cs", 41)));
  }

  /** A program for 4.8 that pins {@code Ssl3 | Tls}. */
  static Process payments() {
    return exe(
        "Payments.exe",
        "4.8",
        List.of(
            request("src/Payments/Gateway.cs", 12),
            pin("src/Payments.Security/Transport.cs", 9, 240)));
  }

  /** A program for 4.8 that sets nothing. */
  static Process fixed() {
    return exe("Fixed.exe", "4.8", List.of(request("src/Client.cs", 7)));
  }

  /** A library that whoever loads it decides about. */
  static Process library() {
    return process(
        "Shared.dll", HostKind.LIBRARY, "4.5.2", List.of(request("lib/Shared/Rest.cs", 20)));
  }

  static Process exe(String name, String target, List<ApiUse> uses) {
    return process(name, HostKind.EXE, target, uses);
  }

  static Process process(String name, HostKind host, String target, List<ApiUse> uses) {
    String base = name.substring(0, name.lastIndexOf('.'));
    return new Process(
        name,
        ".",
        host,
        Clr.CLR4,
        Optional.of(
            new TargetFramework(
                TargetFramework.NET_FRAMEWORK, target, at("src/" + base + ".csproj", 14))),
        Bitness.BITS_64,
        Optional.empty(),
        Optional.of(ConfigFile.empty("src/App.config", ConfigFile.Kind.APP)),
        List.of(),
        uses,
        List.of(),
        List.of(),
        List.of(),
        41,
        Optional.of("src/App.config"),
        Optional.empty(),
        List.of(),
        List.of());
  }

  static ApiUse request(String file, int line) {
    return new ApiUse(
        Role.CLIENT,
        "System.Net.WebRequest.Create",
        Optional.of(Api.HTTP_WEB_REQUEST),
        Operation.USE,
        FoldedValue.unknown("no value is named"),
        false,
        Optional.empty(),
        Phase.UNKNOWN,
        "Client.Send",
        at(file, line),
        "WebRequest.Create(url)");
  }

  static ApiUse pin(String file, int line, int mask) {
    return new ApiUse(
        Role.PROCESS_PROTOCOLS,
        "System.Net.ServicePointManager.SecurityProtocol",
        Optional.empty(),
        Operation.SET,
        FoldedValue.of(mask),
        false,
        Optional.empty(),
        Phase.ENTRY_POINT,
        "Program.Main",
        at(file, line),
        "ServicePointManager.SecurityProtocol = (SecurityProtocolType)" + mask);
  }

  static Location at(String file, int line) {
    return new Location(file, line, 13, line * 40, 24);
  }

  /** Everything against SharePoint Online and a host without a profile. */
  static CheckReport mixed() {
    return check(
        List.of(fixed(), invoiceSync(), payments(), library()),
        new Coverage(44, 43, List.of(new Coverage.Gap("lib/Old.cs", "offset 17: not UTF-8"))),
        new Endpoint("contoso.sharepoint.com", 443));
  }

  static CheckReport check(List<Process> processes, Coverage coverage, Endpoint... to) {
    CheckRequest request =
        new CheckRequest(
            List.of(to),
            List.of(),
            Optional.empty(),
            RegistryState.NOT_GIVEN,
            Optional.empty(),
            Optional.empty());
    return new Checker(request).check("examples/mixed", processes, List.of(), coverage);
  }
}
