package io.github.tlslift.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.tlslift.hello.HelloProfile;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.net.probe.Answer;
import io.github.tlslift.net.probe.Asker;
import io.github.tlslift.net.probe.Impostor;
import io.github.tlslift.net.probe.Target;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** {@code probe --as}: would this client connect? */
final class ProbeAs {
  private static final JsonFactory JSON = new JsonFactory();

  private ProbeAs() {}

  /** The profiles of names; {@code all} stands for every one. */
  static List<HelloProfile> profiles(List<String> names) {
    List<String> wanted = names.contains("all") ? HelloProfile.names() : names;
    return wanted.stream().map(ProbeAs::profile).toList();
  }

  private static HelloProfile profile(String name) {
    return HelloProfile.parse(name)
        .orElseThrow(
            () ->
                new WrongUse(
                    "no client is called '"
                        + name
                        + "'"
                        + Words.near(name, HelloProfile.names())
                        + "; write CLIENT@WINDOWS, see --list-profiles"));
  }

  /** Every client at every target. */
  static List<Simulation> ask(
      List<Target> targets, List<HelloProfile> profiles, Duration deadline) {
    try (Asker asker = new Asker(deadline)) {
      Impostor impostor = new Impostor(asker);
      List<CompletableFuture<Simulation>> all = new ArrayList<>();
      for (Target t : targets) {
        profiles.forEach(p -> all.add(ask(t, p, impostor)));
      }
      return all.stream().map(CompletableFuture::join).toList();
    }
  }

  private static CompletableFuture<Simulation> ask(
      Target target, HelloProfile profile, Impostor impostor) {
    if (profile.shape().isEmpty()) {
      return CompletableFuture.completedFuture(Simulation.nothingSent(target, profile));
    }
    CompletableFuture<Answer> answer = impostor.ask(target, profile.shape().get());
    return answer.thenApply(a -> Simulation.of(target, profile, a));
  }

  /** One line for each. */
  static String json(List<Simulation> all) {
    return all.stream().map(ProbeAs::json).collect(Collectors.joining());
  }

  private static String json(Simulation s) {
    return line(
        out -> {
          out.writeStringField("endpoint", s.target().endpoint());
          out.writeStringField("profile", s.profile().name());
          out.writeStringField("result", s.result().id());
          out.writeArrayFieldStart("offers");
          for (TlsVersion v : s.profile().offer().versions()) {
            out.writeString(v.id());
          }
          out.writeEndArray();
          for (Map.Entry<String, String> e : s.answer().entrySet()) {
            out.writeStringField(e.getKey(), e.getValue());
          }
        });
  }

  /** The hellos of profiles, one line for each. */
  static String hellosJson(List<HelloProfile> profiles, Target target) {
    return profiles.stream()
        .map(
            p ->
                line(
                    out -> {
                      out.writeStringField("profile", p.name());
                      for (Map.Entry<String, String> e :
                          HelloText.fields(p, target.serverName()).entrySet()) {
                        out.writeStringField(e.getKey(), e.getValue());
                      }
                    }))
        .collect(Collectors.joining());
  }

  /** The same for people. */
  static String hellosText(List<HelloProfile> profiles, Target target) {
    StringBuilder out = new StringBuilder();
    for (HelloProfile p : profiles) {
      out.append(p.name()).append("   offers ").append(p.offer().display()).append("\n\n");
      HelloText.fields(p, target.serverName())
          .forEach((name, value) -> out.append(String.format("      %-20s%s%n", name, value)));
      HelloText.suites(p).forEach(s -> out.append(String.format("      %-20s%s%n", "", s)));
      out.append('\n');
    }
    return out.toString();
  }

  private interface Members {
    void write(JsonGenerator out) throws IOException;
  }

  private static String line(Members members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      members.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }
}
