package io.github.tlslift.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;

/** Cuts valid input off at every place. */
public final class Truncation {
  private Truncation() {}

  /** A reader under test. */
  public interface Reader {
    /** Reads a text; what it gives is of no interest. */
    void read(SourceText text) throws MalformedInputException;
  }

  /** Every strict beginning of the text is refused, with an offset inside what is left of it. */
  public static void isRefusedEverywhere(String file, String valid, Reader reader) {
    for (int end = 0; end < valid.length(); end++) {
      SourceText cut = SourceText.ofString(file, valid.substring(0, end));
      Throwable thrown = catchThrowable(() -> reader.read(cut));
      assertThat(thrown).as("cut after: " + cut.text()).isInstanceOf(MalformedInputException.class);
      assertThat(((MalformedInputException) thrown).offset()).isBetween(0L, (long) end);
    }
  }

  /** Every beginning of the text is read or refused, and nothing else is thrown. */
  public static void failsCleanlyEverywhere(String file, String valid, Reader reader) {
    for (int end = 0; end <= valid.length(); end++) {
      SourceText cut = SourceText.ofString(file, valid.substring(0, end));
      Throwable thrown = catchThrowable(() -> reader.read(cut));
      if (thrown != null) {
        assertThat(thrown)
            .as("cut after: " + cut.text())
            .isInstanceOf(MalformedInputException.class);
      }
    }
  }
}
