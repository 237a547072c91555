package io.github.tlslift.mend;

import java.util.List;

/** The config file of a host that is not among the files. */
public final class HostConfig {
  private HostConfig() {}

  /** A config file with nothing but switches, each {@code NAME=VALUE}. */
  public static String content(List<String> switches) {
    return ConfigSwitchMend.content(switches, "\r\n");
  }
}
