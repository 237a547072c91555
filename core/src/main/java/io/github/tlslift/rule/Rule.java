package io.github.tlslift.rule;

import io.github.tlslift.model.Finding;
import java.util.stream.Stream;

/** Recognises one mistake. */
public interface Rule {

  /** The id: also the name of its page under {@code docs/rules}. */
  String id();

  /** Every place where the mistake was made. */
  Stream<Finding> check(Diagnosis diagnosis);
}
