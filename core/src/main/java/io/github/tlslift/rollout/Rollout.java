package io.github.tlslift.rollout;

import io.github.tlslift.mend.HostConfig;
import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Cure;
import io.github.tlslift.model.RegistryValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an administrator gets for connections that no edit of their files mends. */
public final class Rollout {
  private Rollout() {}

  /**
   * A cure to hand on.
   *
   * @param connection the first connection that it turns
   */
  public record Handed(Connection connection, Cure cure, List<Artifact> files) {
    /** Copies the list. */
    public Handed {
      files = List.copyOf(files);
    }
  }

  /**
   * The first cure of each failing connection that is not an edit of its files.
   *
   * @param wanted the id of the only cure to take
   * @param known values of the machine's registry, for the inverse
   */
  public static List<Handed> of(
      List<Connection> failing, Optional<String> wanted, List<RegistryValue> known) {
    Map<String, Handed> all = new LinkedHashMap<>();
    for (Connection c : failing) {
      c.cures().stream()
          .filter(f -> f.reach().compareTo(Cure.Reach.SHARED_CONFIG) >= 0)
          .filter(f -> wanted.isEmpty() || wanted.get().equals(f.id()))
          .findFirst()
          .ifPresent(f -> all.putIfAbsent(key(c, f), new Handed(c, f, files(c, f, known))));
    }
    return new ArrayList<>(all.values());
  }

  private static String key(Connection c, Cure cure) {
    return cure.id() + " " + cure.sets() + " " + cure.title() + " " + c.process().clr();
  }

  private static List<Artifact> files(Connection c, Cure cure, List<RegistryValue> known) {
    return switch (cure.reach()) {
      case REGISTRY -> RegistryScripts.of(cure, c.process().clr(), known);
      case SHARED_CONFIG -> List.of(hostConfig(c, cure));
      case CONFIG, CODE, TARGET, RELAY -> List.of();
    };
  }

  private static Artifact hostConfig(Connection c, Cure cure) {
    String path = c.process().configPath().orElse("host.exe.config");
    String name = path.substring(path.lastIndexOf('/') + 1);
    String exe = name.replaceFirst("\\.config$", "");
    return new Artifact(
        name.startsWith("the ") ? "host.exe.config" : name,
        HostConfig.content(cure.sets()),
        false,
        "goes beside " + exe + "; where it has one, put the switch into that");
  }
}
