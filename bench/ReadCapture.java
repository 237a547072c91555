import io.github.tlslift.capture.Capture;
import io.github.tlslift.capture.CaptureSummary;
import io.github.tlslift.capture.judge.Judge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Reads a capture and counts the causes of its attempts. ReadCapture FILE */
final class ReadCapture {
  private ReadCapture() {}

  public static void main(String[] args) throws IOException {
    Map<String, Integer> causes = new TreeMap<>();
    CaptureSummary summary =
        Capture.read(
            Path.of(args[0]),
            a -> causes.merge(Judge.of(a).cause().map(c -> c.id()).orElse("none"), 1, Integer::sum));
    System.out.println(summary.packets() + " packets, " + causes + ", gaps " + summary.gaps());
  }
}
