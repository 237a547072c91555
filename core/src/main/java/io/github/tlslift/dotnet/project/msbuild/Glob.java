package io.github.tlslift.dotnet.project.msbuild;

import io.github.tlslift.io.FileTree;
import java.util.Optional;
import java.util.stream.Stream;

/** A path pattern with {@code *}, {@code ?} and {@code **} (MSBuild: how to select files). */
final class Glob {
  private final Optional<String> folder;
  private final String[] segments;

  private Glob(Optional<String> folder, String[] segments) {
    this.folder = folder;
    this.segments = segments;
  }

  static boolean isPattern(String path) {
    return path.indexOf('*') >= 0 || path.indexOf('?') >= 0;
  }

  /** A pattern seen from a folder; the part before the first wildcard names where to look. */
  static Glob of(String folder, String pattern) {
    String path = pattern.strip().replace('\\', '/').replaceAll("/{2,}", "/");
    int wild = 0;
    while (wild < path.length() && path.charAt(wild) != '*' && path.charAt(wild) != '?') {
      wild++;
    }
    int split = wild == path.length() ? path.lastIndexOf('/') : path.lastIndexOf('/', wild);
    String literal = path.substring(0, split + 1);
    // On Windows *.* matches a name without a dot too.
    String rest = path.substring(split + 1).replace("*.*", "*");
    return new Glob(TreeFiles.resolve(folder, literal), rest.split("/"));
  }

  /** The files that match, sorted as the tree has them. */
  Stream<String> find(FileTree tree) {
    return folder.map(tree::under).stream().flatMap(files -> files.stream().filter(this::matches));
  }

  boolean matches(String path) {
    if (folder.isEmpty()) {
      return false;
    }
    String at = folder.get();
    if (at.isEmpty()) {
      return segmentsMatch(path, 0);
    }
    return path.length() > at.length()
        && path.charAt(at.length()) == '/'
        && path.regionMatches(true, 0, at, 0, at.length())
        && segmentsMatch(path, at.length() + 1);
  }

  // Goes back only to the last **, which is enough: an earlier one could match no more.
  private boolean segmentsMatch(String path, int start) {
    int at = start;
    int segment = 0;
    int star = -1;
    int retry = start;
    while (at <= path.length()) {
      int end = segmentEnd(path, at);
      if (segment < segments.length && segments[segment].equals("**")) {
        star = segment++;
        retry = at;
      } else if (segment < segments.length && wildcard(segments[segment], path, at, end)) {
        at = end + 1;
        segment++;
      } else if (star >= 0) {
        retry = segmentEnd(path, retry) + 1;
        at = retry;
        segment = star + 1;
      } else {
        return false;
      }
    }
    while (segment < segments.length && segments[segment].equals("**")) {
      segment++;
    }
    return segment == segments.length;
  }

  private static int segmentEnd(String path, int from) {
    int end = path.indexOf('/', from);
    return end < 0 ? path.length() : end;
  }

  private static boolean wildcard(String pattern, String path, int from, int to) {
    int at = from;
    int p = 0;
    int star = -1;
    int retry = from;
    while (at < to) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        retry = at;
      } else if (p < pattern.length() && same(pattern.charAt(p), path.charAt(at))) {
        p++;
        at++;
      } else if (star >= 0) {
        at = ++retry;
        p = star + 1;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  private static boolean same(char pattern, char c) {
    return pattern == '?'
        || pattern == c
        || Character.toLowerCase(pattern) == Character.toLowerCase(c);
  }
}
