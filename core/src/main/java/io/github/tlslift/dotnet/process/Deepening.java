package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.source.SourceFacts;
import io.github.tlslift.dotnet.source.SourceFile;
import io.github.tlslift.dotnet.source.SourceReader;
import io.github.tlslift.dotnet.source.fold.Wanted;
import io.github.tlslift.io.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads the code of one program as far as it matters: first the blocks with trigger words, then
 * those with the names that what was found depends on, until no new name is asked for.
 */
final class Deepening {
  private static final int MOST_ROUNDS = 5;
  // A name that stands in more files than that is too common to tell anything.
  private static final int MOST_OTHERS = 100;
  private static final int SHORTEST = 3;
  // A declaration is told by the word before its name (ECMA-334 14.2; Visual Basic and F# specs).
  private static final List<String> DECLARES =
      List.of("class ", "struct ", "enum ", "record ", "interface ", "module ", "type ");

  // In characters: what is searched again for names counts an eighth, what is read again counts
  // whole.
  private static final long ROOM = 16_000_000;

  private final Sources sources;
  private long room = ROOM;
  private final Map<String, SourceFile> files = new TreeMap<>();
  private final Set<String> others;
  private final Set<String> names = new TreeSet<>();
  private final Set<String> searched = new TreeSet<>();

  Deepening(Sources sources, List<String> worth, Collection<String> all) {
    this.sources = sources;
    this.others = new TreeSet<>(all);
    worth.forEach(others::remove);
    sources.files(worth).forEach(f -> files.put(f.text().file(), f));
  }

  SourceFacts facts() {
    SourceFacts facts = together();
    for (int round = 0; round < MOST_ROUNDS && isDeeper(facts.wanted()); round++) {
      facts = together();
    }
    return facts;
  }

  private SourceFacts together() {
    return OwnFaults.contained(List.copyOf(files.values()), SourceReader::together);
  }

  private boolean isDeeper(Wanted wanted) {
    List<String> fresh =
        wanted.names().stream().filter(Deepening::isSearchable).filter(names::add).toList();
    return !fresh.isEmpty() && (isMore(fresh) | isElsewhere(wanted));
  }

  // What was passed over in the files there are, as long as there is room.
  private boolean isMore(List<String> fresh) {
    room -= length(files.values()) / 8;
    if (room < 0) {
      return false;
    }
    List<SourceFile> hiding = files.values().stream().filter(f -> f.hides(fresh)).toList();
    room -= length(hiding);
    if (room < 0) {
      return false;
    }
    hiding.forEach(f -> files.put(f.text().file(), sources.deeper(f.text(), names)));
    return !hiding.isEmpty();
  }

  private static long length(Collection<SourceFile> files) {
    return files.stream().mapToLong(f -> f.text().text().length()).sum();
  }

  // Other files: those that declare a type, and those that call a member with parameters.
  private boolean isElsewhere(Wanted wanted) {
    List<String> words = new ArrayList<>();
    wanted.types().stream()
        .filter(t -> isSearchable(t) && Character.isUpperCase(t.charAt(0)) && searched.add(t))
        .forEach(t -> declarations(t).forEach(words::add));
    wanted.callers().stream()
        .filter(c -> isSearchable(c) && searched.add("call " + c))
        .forEach(words::add);
    if (words.isEmpty() || others.isEmpty()) {
      return false;
    }
    List<String> found = sources.having(others, Words.of(Map.of(1, words)));
    if (found.size() > MOST_OTHERS) {
      return false;
    }
    for (String path : found) {
      others.remove(path);
      Optional<SourceFile> file = sources.deeper(path, names);
      file.ifPresent(f -> files.put(path, f));
    }
    return !found.isEmpty();
  }

  private static boolean isSearchable(String name) {
    return name.length() >= SHORTEST && name.chars().allMatch(c -> c > ' ' && c < 128);
  }

  private static Stream<String> declarations(String type) {
    return DECLARES.stream().map(d -> d + type);
  }
}
