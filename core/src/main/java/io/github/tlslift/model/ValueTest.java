package io.github.tlslift.model;

import java.util.List;

/** A test of a protocol value: what an {@code if} asks of the value in force. */
public sealed interface ValueTest {
  /** Whether a value passes. */
  boolean holds(int value);

  /** The test that passes where this one does not. */
  ValueTest negated();

  /**
   * {@code ((value & keep) | set) == number}.
   *
   * @param equal false for {@code !=}
   */
  record Bits(int keep, int set, int number, boolean equal) implements ValueTest {
    @Override
    public boolean holds(int value) {
      return (((value & keep) | set) == number) == equal;
    }

    @Override
    public ValueTest negated() {
      return new Bits(keep, set, number, !equal);
    }
  }

  /** All of them; of none, a test that always passes. */
  record All(List<ValueTest> tests) implements ValueTest {
    /** Copies the list. */
    public All {
      tests = List.copyOf(tests);
    }

    @Override
    public boolean holds(int value) {
      return tests.stream().allMatch(t -> t.holds(value));
    }

    @Override
    public ValueTest negated() {
      return new Any(tests.stream().map(ValueTest::negated).toList());
    }
  }

  /** One of them; of none, a test that never passes. */
  record Any(List<ValueTest> tests) implements ValueTest {
    /** Copies the list. */
    public Any {
      tests = List.copyOf(tests);
    }

    @Override
    public boolean holds(int value) {
      return tests.stream().anyMatch(t -> t.holds(value));
    }

    @Override
    public ValueTest negated() {
      return new All(tests.stream().map(ValueTest::negated).toList());
    }
  }
}
