package io.github.tlslift.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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

  /**
   * The page of an id, whatever its case; empty where there is none. Two cures tried together, such
   * as {@code pin-removal+config-switch}, have the pages of both.
   */
  public Optional<Page> find(String id) {
    return single(id).or(() -> pair(id));
  }

  private Optional<Page> single(String id) {
    return spellings(id).flatMap(this::lookUp).findFirst();
  }

  private Optional<Page> pair(String id) {
    int plus = id.indexOf('+');
    return plus < 0
        ? Optional.empty()
        : single(id.substring(0, plus))
            .flatMap(a -> single(id.substring(plus + 1)).map(b -> joined(a, b)));
  }

  private static Page joined(Page first, Page second) {
    String id = first.id() + "+" + second.id();
    String head =
        "# "
            + id
            + "\n\nTwo cures together: the verdict turns with both and with neither alone.\n\n";
    return new Page(first.group(), id, head + first.text() + "\n" + second.text());
  }

  /** Every page, by group and id. */
  public List<Page> all() {
    return names().sorted(BY_GROUP).flatMap(n -> read(n).stream()).toList();
  }

  // R2 before R10.
  private static final Comparator<Name> BY_GROUP =
      Comparator.<Name>comparingInt(n -> GROUPS.indexOf(n.group()))
          .thenComparingInt(n -> n.group().equals("resolver") ? n.id().length() : 0)
          .thenComparing(Name::id);

  private Stream<Page> lookUp(String id) {
    boolean isName =
        id.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-._".indexOf(c) >= 0);
    return isName ? GROUPS.stream().flatMap(g -> read(new Name(g, id)).stream()) : Stream.empty();
  }

  private static Stream<String> spellings(String id) {
    return Stream.of(id, id.toLowerCase(Locale.ROOT), id.toUpperCase(Locale.ROOT)).distinct();
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
