package io.github.tlslift.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** The pages of {@code docs} that explain rules, causes, cures, claims and the resolver. */
public final class Pages {
  /** The folders of pages, in the order they are listed. */
  public static final List<String> GROUPS =
      List.of("rules", "causes", "cures", "claims", "resolver");

  private static final String BASE = "io/github/tlslift/report/docs/";

  private final ClassLoader loader;
  private final Path home;

  private Pages(ClassLoader loader, Path home) {
    this.loader = loader;
    this.home = home;
  }

  /** The pages of this program. */
  public static Pages own() {
    try {
      Path home = Path.of(Pages.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new Pages(Pages.class.getClassLoader(), home);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program's own place is no path", e);
    }
  }

  /** The page of an id, whatever its case; empty where there is none. */
  public Optional<Page> find(String id) {
    return spellings(id).flatMap(this::lookUp).findFirst();
  }

  /** Every page, by group and id. */
  public List<Page> all() {
    return names().sorted(BY_GROUP).flatMap(n -> read(n).stream()).toList();
  }

  private static final java.util.Comparator<Name> BY_GROUP =
      java.util.Comparator.<Name>comparingInt(n -> GROUPS.indexOf(n.group()))
          .thenComparing(Name::id);

  private Stream<Page> lookUp(String id) {
    boolean isName =
        id.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-+._".indexOf(c) >= 0);
    return isName ? GROUPS.stream().flatMap(g -> read(new Name(g, id)).stream()) : Stream.empty();
  }

  // R6 is on the page R06, as the resolver's rules sort.
  private static Stream<String> spellings(String id) {
    String lower = id.toLowerCase(java.util.Locale.ROOT);
    String rule = lower.length() == 2 && lower.startsWith("r") ? "R0" + lower.substring(1) : id;
    return Stream.of(id, lower, rule, id.toUpperCase(java.util.Locale.ROOT)).distinct();
  }

  private Optional<Page> read(Name name) {
    try (InputStream in =
        loader.getResourceAsStream(BASE + name.group() + "/" + name.id() + ".md")) {
      return in == null
          ? Optional.empty()
          : Optional.of(
              new Page(
                  name.group(), name.id(), new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stream<Name> names() {
    try {
      return (Files.isDirectory(home) ? inFolder() : inJar())
          .filter(n -> n.endsWith(".md"))
          .map(Pages::name)
          .filter(n -> GROUPS.contains(n.group()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stream<String> inFolder() throws IOException {
    Path base = home.resolve(BASE);
    if (!Files.isDirectory(base)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.walk(base, 2)) {
      return files.map(p -> base.relativize(p).toString().replace('\\', '/')).toList().stream();
    }
  }

  private Stream<String> inJar() throws IOException {
    try (ZipFile jar = new ZipFile(home.toFile())) {
      return jar.stream()
          .map(e -> e.getName())
          .filter(n -> n.startsWith(BASE))
          .map(n -> n.substring(BASE.length()))
          .toList()
          .stream();
    }
  }

  private static Name name(String path) {
    int slash = path.indexOf('/');
    String group = slash < 0 ? "" : path.substring(0, slash);
    return new Name(group, path.substring(slash + 1, path.length() - ".md".length()));
  }

  private record Name(String group, String id) {}

  /**
   * One page.
   *
   * @param group its folder
   * @param id its file name without the ending
   * @param text Markdown
   */
  public record Page(String group, String id, String text) {
    /** The first line below the title. */
    public String summary() {
      return text.lines()
          .map(String::strip)
          .filter(l -> !l.isEmpty() && !l.startsWith("#"))
          .findFirst()
          .orElse("");
    }
  }
}
