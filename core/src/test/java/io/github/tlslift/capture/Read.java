package io.github.tlslift.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.capture.Packets.Packet;
import io.github.tlslift.capture.attempt.Attempt;
import io.github.tlslift.capture.judge.Judge;
import io.github.tlslift.model.Cause;
import io.github.tlslift.model.Coverage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A capture, read. */
record Read(List<Attempt> attempts, CaptureSummary summary) {

  static Read file(byte[] file) {
    List<Attempt> all = new ArrayList<>();
    try {
      CaptureSummary summary = Capture.read("a.pcap", new ByteArrayInputStream(file), all::add);
      all.sort(Comparator.comparingLong(Attempt::packet));
      return new Read(all, summary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Read packets(List<Packet> packets) {
    return file(CaptureWriter.pcap(packets));
  }

  /** The attempt, of which there must be one. */
  Attempt only() {
    assertThat(attempts).hasSize(1);
    return attempts.get(0);
  }

  /** The id of its cause, or {@code none}. */
  String cause() {
    return Judge.of(only()).cause().map(Cause::id).orElse("none");
  }

  /** What happened, as text. */
  List<String> story() {
    return Judge.of(only()).facts();
  }

  List<String> gaps() {
    return summary.gaps().stream().map(Coverage.Gap::reason).toList();
  }
}
