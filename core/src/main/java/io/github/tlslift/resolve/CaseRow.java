package io.github.tlslift.resolve;

import io.github.tlslift.model.Api;
import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.Clr;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.SwitchSetting.Source;
import io.github.tlslift.resolve.Situation.Basis;
import io.github.tlslift.windows.WindowsVersions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The grammar of a case table's row ({@code docs/cases.md}); total but for {@link
 * CaseFormatException}.
 */
public final class CaseRow {
  private static final Set<String> HOSTS =
      Set.of(
          "exe",
          "service",
          "aspnet",
          "appservice",
          "powershell51",
          "powershell7",
          "com",
          "office",
          "native");
  private static final String APP_SETTINGS = "appSettings:";

  private final Map<String, String> cells;
  private final String row;

  private CaseRow(Map<String, String> cells, String row) {
    this.cells = cells;
    this.row = row;
  }

  /**
   * The situation a row describes.
   *
   * @param cells by column name; the expected columns are not looked at
   * @param row what to call the row in a message
   */
  public static Situation situation(Map<String, String> cells, String row)
      throws CaseFormatException {
    return new CaseRow(cells, row).situation();
  }

  private Situation situation() throws CaseFormatException {
    Clr clr = cell("clr").as(Clr::parse, "2, 4, core or native");
    ApiCall api = api();
    return new Situation(
        clr,
        installed(clr),
        target(),
        Optional.empty(),
        cell("host").as(CaseRow::host, "one of " + HOSTS.stream().sorted().toList()),
        hostOptions(),
        cell("bitness").as(CaseRow::bitness, "64 or 32"),
        new RegistryState(true, RegistryCell.parse(row, "registry", text("registry"), clr)),
        switches(),
        code(),
        api.api,
        api.argument,
        Optional.empty(),
        cell("windows").as(WindowsVersions::parse, "an id of windows-versions.csv"),
        Basis.NONE);
  }

  private Optional<Installed> installed(Clr clr) throws CaseFormatException {
    CaseCell cell = cell("installed");
    if (cell.text().isEmpty() && clr == Clr.NATIVE) {
      return Optional.empty();
    }
    return Optional.of(
        cell.as(Installed::parse, "an installed framework such as 4.8, 3.5.1+kb2016 or net6.0"));
  }

  private Optional<FrameworkVersion> target() throws CaseFormatException {
    CaseCell cell = cell("target");
    boolean none = cell.text().isEmpty() || cell.text().equals("none") || isCore(cell.text());
    return none ? Optional.empty() : Optional.of(version(cell, cell.text()));
  }

  private static boolean isCore(String target) {
    return Installed.parse(target).filter(Installed::core).isPresent();
  }

  private static FrameworkVersion version(CaseCell cell, String text) throws CaseFormatException {
    boolean known =
        Installed.parse(text).filter(i -> !i.core() && i.updates().isEmpty()).isPresent();
    if (!known) {
      throw cell.wrong(text, "a .NET Framework version such as 4.5.2");
    }
    return FrameworkVersion.of(text);
  }

  private static Optional<HostKind> host(String text) {
    return HOSTS.contains(text) ? HostKind.parse(text) : Optional.empty();
  }

  private static Optional<Bitness> bitness(String text) {
    return switch (text) {
      case "64" -> Optional.of(Bitness.BITS_64);
      case "32" -> Optional.of(Bitness.BITS_32);
      default -> Optional.empty();
    };
  }

  private HostOptions hostOptions() throws CaseFormatException {
    CaseCell cell = cell("host_options");
    HostOptions options = HostOptions.NONE;
    for (String item : cell.items()) {
      options = with(options, item, cell);
    }
    return options;
  }

  private static HostOptions with(HostOptions o, String item, CaseCell cell)
      throws CaseFormatException {
    int equals = item.indexOf('=');
    String key = equals < 0 ? item : item.substring(0, equals);
    String value = equals < 0 ? "" : item.substring(equals + 1);
    switch (key + (equals < 0 ? "" : "=")) {
      case "httpRuntime=":
        return o.withHttpRuntime(version(cell, value));
      case "compilation=":
        return o.withCompilation(version(cell, value));
      case "dll-target=":
        version(cell, value.startsWith("netstandard") || isCore(value) ? "4.8" : value);
        return o;
      case "no-target-attribute":
        return o.withoutTargetAttribute();
      case "second-appdomain":
        return o.inSecondAppDomain();
      default:
        return pool2OrSupportedRuntime(o, item, cell);
    }
  }

  private static HostOptions pool2OrSupportedRuntime(HostOptions o, String item, CaseCell cell)
      throws CaseFormatException {
    return switch (item) {
      case "pool=2.0" -> o.onPool2();
      case "supportedRuntime=v4.0" -> o.withSupportedRuntime4();
      case "pool=4.0" -> o;
      default ->
          throw cell.wrong(
              item,
              "httpRuntime=V, compilation=V, pool=2.0, no-target-attribute, dll-target=V,"
                  + " second-appdomain or supportedRuntime=v4.0");
    };
  }

  private List<SwitchValue> switches() throws CaseFormatException {
    CaseCell cell = cell("switches");
    List<SwitchValue> values = new ArrayList<>();
    for (String item : cell.items()) {
      values.add(switchValue(item, cell));
    }
    return values;
  }

  private static SwitchValue switchValue(String item, CaseCell cell) throws CaseFormatException {
    boolean setting = item.startsWith(APP_SETTINGS);
    String rest = setting ? item.substring(APP_SETTINGS.length()) : item;
    int equals = rest.indexOf('=');
    if (equals < 1 || (!setting && !isBoolean(rest.substring(equals + 1)))) {
      throw cell.wrong(item, "SWITCH=true|false or appSettings:KEY=VALUE");
    }
    return new SwitchValue(
        setting ? Source.APP_SETTINGS : Source.OVERRIDES,
        rest.substring(0, equals),
        rest.substring(equals + 1),
        Optional.empty());
  }

  private static boolean isBoolean(String text) {
    return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
  }

  private List<CodeWrite> code() throws CaseFormatException {
    CaseCell cell = cell("code");
    List<CodeWrite> writes = new ArrayList<>();
    for (String item : cell.items()) {
      writes.add(
          write(item).orElseThrow(() -> cell.wrong(item, "=N or |=N with a decimal number")));
    }
    return writes;
  }

  private static Optional<CodeWrite> write(String item) {
    Operation operation = item.startsWith("|=") ? Operation.ADD : Operation.SET;
    String number =
        item.startsWith("|=") ? item.substring(2) : item.startsWith("=") ? item.substring(1) : "";
    return number(number).map(n -> new CodeWrite(operation, n, Optional.empty(), ""));
  }

  private static Optional<Integer> number(String text) {
    boolean plain =
        !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return plain ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  private record ApiCall(Api api, OptionalInt argument) {}

  private ApiCall api() throws CaseFormatException {
    return cell("api")
        .as(
            CaseRow::apiCall,
            "an API such as HttpWebRequest, SslStream(3072) or HttpClient.SslProtocols=3072");
  }

  private static Optional<ApiCall> apiCall(String text) {
    if (text.startsWith("SslStream(") && text.endsWith(")")) {
      return number(text.substring(10, text.length() - 1))
          .map(n -> new ApiCall(Api.SSL_STREAM, OptionalInt.of(n)));
    }
    if (text.startsWith("HttpClient.SslProtocols=")) {
      return number(text.substring(24)).map(n -> new ApiCall(Api.HTTP_CLIENT, OptionalInt.of(n)));
    }
    return Api.parse(text)
        .filter(a -> a.id().equals(text))
        .map(a -> new ApiCall(a, OptionalInt.empty()));
  }

  private CaseCell cell(String column) {
    return new CaseCell(row, column, text(column));
  }

  private String text(String column) {
    return cells.getOrDefault(column, "").strip();
  }
}
