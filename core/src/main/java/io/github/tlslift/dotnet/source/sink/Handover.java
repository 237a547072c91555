package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.model.Guard;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The functions that a member was given, which run when it calls its parameter. */
final class Handover {
  private final Map<String, Consumer<Guard>> byParameter = new HashMap<>();
  private final Set<String> run = new HashSet<>();

  void give(String parameter, Consumer<Guard> function) {
    byParameter.put(parameter, function);
  }

  boolean has(String parameter) {
    return byParameter.containsKey(parameter);
  }

  /** Runs what a parameter stands for, the first time that it is called. */
  void run(String parameter, Guard path) {
    Consumer<Guard> function = byParameter.get(parameter);
    if (function != null && run.add(parameter)) {
      function.accept(path);
    }
  }

  /** Runs what was not seen to be called: it is kept, and called by somebody later. */
  void rest(Guard path) {
    byParameter.keySet().stream().sorted().forEach(parameter -> run(parameter, path));
  }
}
