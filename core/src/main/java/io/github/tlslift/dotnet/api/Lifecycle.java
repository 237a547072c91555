package io.github.tlslift.dotnet.api;

import io.github.tlslift.model.Phase;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** When a member runs, by the names that ASP.NET, services and add-ins call it by. */
public final class Lifecycle {
  private static final Map<String, Phase> BY_MEMBER =
      Map.ofEntries(
          Map.entry("application_start", Phase.APPLICATION_START),
          Map.entry("app_start", Phase.APPLICATION_START),
          Map.entry("application_init", Phase.APPLICATION_START),
          Map.entry("onstart", Phase.APPLICATION_START),
          Map.entry("onstartup", Phase.APPLICATION_START),
          Map.entry("thisaddin_startup", Phase.APPLICATION_START),
          Map.entry("configureservices", Phase.APPLICATION_START),
          Map.entry("registerglobalfilters", Phase.APPLICATION_START),
          Map.entry("registerroutes", Phase.APPLICATION_START),
          Map.entry("page_load", Phase.PER_REQUEST),
          Map.entry("page_init", Phase.PER_REQUEST),
          Map.entry("processrequest", Phase.PER_REQUEST),
          Map.entry("application_beginrequest", Phase.PER_REQUEST),
          Map.entry("session_start", Phase.PER_REQUEST),
          Map.entry("onactionexecuting", Phase.PER_REQUEST));
  private static final Set<String> STARTUP = Set.of("configuration", "configure", "startup");
  private static final Set<String> REQUEST_BASES =
      Set.of("controller", "apicontroller", "controllerbase", "page", "ihttphandler", "webservice");

  private Lifecycle() {}

  /**
   * When a member runs that is neither an initializer nor where the program starts.
   *
   * @param type the simple name of its type
   * @param bases what the type is derived from
   */
  public static Phase of(String member, String type, Collection<String> bases, boolean isPrivate) {
    String name = member.toLowerCase(Locale.ROOT);
    if (BY_MEMBER.containsKey(name)) {
      return BY_MEMBER.get(name);
    }
    if (type.equals("Startup") && STARTUP.contains(name)) {
      return Phase.APPLICATION_START;
    }
    boolean request =
        bases.stream()
            .map(b -> b.substring(b.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
            .anyMatch(REQUEST_BASES::contains);
    return request && !isPrivate ? Phase.PER_REQUEST : Phase.UNKNOWN;
  }
}
