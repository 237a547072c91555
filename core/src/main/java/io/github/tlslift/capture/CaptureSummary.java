package io.github.tlslift.capture;

import io.github.tlslift.model.Coverage;
import java.util.List;

/**
 * What was read of a capture.
 *
 * @param packets all of them
 * @param otherConnections those without a sign of TLS
 * @param gaps what could not be read
 */
public record CaptureSummary(long packets, long otherConnections, List<Coverage.Gap> gaps) {

  /** Copies the gaps. */
  public CaptureSummary {
    gaps = List.copyOf(gaps);
  }

  static CaptureSummary of(String file, long packets, long others, List<String> reasons) {
    return new CaptureSummary(
        packets, others, reasons.stream().map(r -> new Coverage.Gap(file, r)).toList());
  }
}
