package io.github.tlslift.dotnet.config;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.Coverage;
import java.util.ArrayList;
import java.util.List;

/** Collects what a configuration refers to and could not be read or followed. */
final class Unread {
  private final List<Coverage.Gap> gaps = new ArrayList<>();
  private final List<String> notFollowed = new ArrayList<>();

  void broken(String file, MalformedInputException e) {
    gaps.add(new Coverage.Gap(file, String.valueOf(e.getMessage())));
  }

  void notFollowed(String what) {
    notFollowed.add(what);
  }

  List<Coverage.Gap> gaps() {
    return List.copyOf(gaps);
  }

  List<String> notFollowed() {
    return List.copyOf(notFollowed);
  }
}
