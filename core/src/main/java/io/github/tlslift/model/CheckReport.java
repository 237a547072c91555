package io.github.tlslift.model;

import java.util.List;

/**
 * Everything a check found out.
 *
 * @param root what was examined, as the user named it
 * @param connections one per process, endpoint and API that differs
 * @param findings sorted by place
 * @param coverage what was examined and what was not
 * @param assumed inputs nobody gave, a phrase each
 */
public record CheckReport(
    String root,
    List<Connection> connections,
    List<Finding> findings,
    Coverage coverage,
    List<String> assumed) {

  /** Copies and sorts. */
  public CheckReport {
    connections = List.copyOf(connections);
    findings = findings.stream().sorted().toList();
    assumed = List.copyOf(assumed);
  }

  /** The same, with more that was not examined. */
  public CheckReport plus(Coverage more) {
    return new CheckReport(root, connections, findings, coverage.plus(more), assumed);
  }
}
