package io.github.tlslift.dotnet.assembly.fold;

import io.github.tlslift.dotnet.assembly.metadata.Member;
import java.util.List;

/** Something to know of what a method does. */
abstract class Question implements Observer {
  private Slot answer = Slot.none();

  /** Forgets what was seen. */
  final void begin() {
    answer = Slot.none();
  }

  /** What was seen since; none where nothing was. */
  final Slot answer() {
    return answer;
  }

  final void add(Slot slot) {
    answer = answer.or(slot);
  }

  /** What does it give? */
  static Question ofResult() {
    return new Question() {
      @Override
      public void result(Slot value) {
        add(value);
      }
    };
  }

  /** What does it put into a field? */
  static Question ofField(int row) {
    return new Question() {
      @Override
      public void store(int field, Slot value) {
        if (field == row) {
          add(value);
        }
      }
    };
  }

  /** What does it hand to another method? */
  static Question ofArgument(int method, int index) {
    return new Question() {
      @Override
      public void call(Site site, Member callee, List<Slot> arguments) {
        // Where an object is made, the constructor's first argument is not on the stack.
        int missing = callee.signature().takes() - arguments.size();
        int at = index - missing;
        if (callee.definition() == method && at >= 0 && at < arguments.size()) {
          add(arguments.get(at));
        }
      }
    };
  }
}
