package io.github.tlslift.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was examined, and what was not.
 *
 * @param filesSeen files met while walking
 * @param filesRead files whose bytes were read to the end
 * @param notExamined what could not be read, each with its reason
 */
public record Coverage(int filesSeen, int filesRead, List<Gap> notExamined) {

  /** Nothing seen yet. */
  public static final Coverage NONE = new Coverage(0, 0, List.of());

  /** Copies and sorts the gaps. */
  public Coverage {
    notExamined = notExamined.stream().sorted().toList();
  }

  /**
   * Something that could not be examined.
   *
   * @param file which file or folder
   * @param reason why, with offset and field where a format was broken
   */
  public record Gap(String file, String reason) implements Comparable<Gap> {
    @Override
    public int compareTo(Gap other) {
      int byFile = file.compareTo(other.file);
      return byFile != 0 ? byFile : reason.compareTo(other.reason);
    }
  }

  /** Whether everything met was read. */
  public boolean isComplete() {
    return notExamined.isEmpty();
  }

  /** Both together. */
  public Coverage plus(Coverage other) {
    return new Coverage(
        filesSeen + other.filesSeen,
        filesRead + other.filesRead,
        Stream.concat(notExamined.stream(), other.notExamined.stream()).toList());
  }
}
