package io.github.tlslift.mend;

import io.github.tlslift.edit.Change;
import io.github.tlslift.edit.Edit;
import io.github.tlslift.edit.NotEditableException;
import io.github.tlslift.edit.TextEdits;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.walk.Inputs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Edits of several files, collected before any is made. */
public final class Draft {
  private final Inputs inputs;
  private final Map<String, Set<Edit>> edits = new TreeMap<>();
  private final Map<String, String> created = new TreeMap<>();

  /** No edits of the files that are there. */
  public Draft(Inputs inputs) {
    this.inputs = inputs;
  }

  /** The path of a file as it is really called; empty where there is none. */
  Optional<String> find(String path) {
    return inputs.find(path);
  }

  /** The files in a folder itself, by extension. */
  List<String> in(String folder, String extension) {
    String prefix = folder.equals(".") || folder.isEmpty() ? "" : folder + "/";
    return inputs.under(prefix.isEmpty() ? "" : folder).stream()
        .filter(p -> p.startsWith(prefix) && p.indexOf('/', prefix.length()) < 0)
        .filter(p -> TreePath.extension(p).equals(extension))
        .toList();
  }

  /** The text of a file that is to be edited. */
  SourceText text(String path) throws NotEditableException {
    return inputs
        .text(path)
        .orElseThrow(() -> new NotEditableException("there is no " + path + " to edit"));
  }

  /** Adds an edit; the same one twice is one. */
  void edit(String path, Edit edit) throws NotEditableException {
    Set<Edit> all = edits.computeIfAbsent(path, p -> new TreeSet<>());
    for (Edit other : all) {
      if (!other.equals(edit) && other.overlaps(edit)) {
        throw new NotEditableException(path + ": two cures want to edit the same place");
      }
    }
    all.add(edit);
  }

  /** Adds a file that is not there. */
  void create(String path, String text) throws NotEditableException {
    String other = created.putIfAbsent(path, text);
    if (other != null && !other.equals(text)) {
      throw new NotEditableException(path + ": two cures want to create it");
    }
  }

  /** Takes over the edits of another draft of the same files, all or none; says whether it did. */
  public boolean add(Draft other) {
    boolean clash =
        other.edits.entrySet().stream()
                .anyMatch(f -> f.getValue().stream().anyMatch(e -> clashes(f.getKey(), e)))
            || other.created.entrySet().stream()
                .anyMatch(
                    f -> !created.getOrDefault(f.getKey(), f.getValue()).equals(f.getValue()));
    if (!clash) {
      other.edits.forEach((p, e) -> edits.computeIfAbsent(p, x -> new TreeSet<>()).addAll(e));
      created.putAll(other.created);
    }
    return !clash;
  }

  private boolean clashes(String path, Edit edit) {
    return edits.getOrDefault(path, Set.of()).stream()
        .anyMatch(e -> !e.equals(edit) && (e.overlaps(edit) || touches(e, edit)));
  }

  // Two texts put in at one place would need an order.
  private static boolean touches(Edit a, Edit b) {
    return a.start() == b.start() && a.end() == b.end();
  }

  /** How lines end in the files beside a path that is to be created. */
  String lineEnd(String path) {
    String folder = TreePath.folder(path);
    return inputs.under(folder).stream()
        .filter(p -> TreePath.folder(p).equals(folder))
        .limit(5)
        .flatMap(p -> inputs.text(p).stream())
        .map(SourceText::text)
        .filter(t -> t.indexOf('\n') >= 0)
        .findFirst()
        .map(t -> t.contains("\r\n") ? "\r\n" : "\n")
        .orElse("\n");
  }

  /** Whether nothing is edited. */
  public boolean isEmpty() {
    return edits.isEmpty() && created.isEmpty();
  }

  /** What the edits make of the files; those that change nothing are left out. */
  public List<Change> changes() throws NotEditableException {
    List<Change> changes = new ArrayList<>();
    for (Map.Entry<String, Set<Edit>> file : edits.entrySet()) {
      SourceText text = text(file.getKey());
      byte[] bytes =
          inputs
              .bytesOf(file.getKey())
              .orElseThrow(() -> new NotEditableException(file.getKey() + " cannot be read"));
      byte[] after = TextEdits.apply(text, bytes, List.copyOf(file.getValue()));
      changes.add(Change.of(file.getKey(), bytes, after));
    }
    created.forEach((p, t) -> changes.add(Change.created(p, t.getBytes(StandardCharsets.UTF_8))));
    return changes.stream().filter(c -> !c.isNone()).toList();
  }
}
