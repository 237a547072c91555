package io.github.tlslift.dotnet.assembly.sink;

import io.github.tlslift.dotnet.assembly.fold.Observer;
import io.github.tlslift.dotnet.assembly.fold.Slot;
import io.github.tlslift.dotnet.assembly.metadata.Member;
import java.util.List;

/** Looks at the calls of some members, and notes what it knows. */
interface Sink {
  /** Whether calls of a member of another assembly are of interest. */
  boolean wants(Member member);

  /** Looks at one of them. */
  void look(Call call, Found found);

  /**
   * A call with all that its arguments may be; the object comes first.
   *
   * @param arguments without the object where one is made
   */
  record Call(Observer.Site site, Member callee, List<Slot> arguments) {

    /** Copies the arguments. */
    public Call {
      arguments = List.copyOf(arguments);
    }

    /** The last argument, which matters. */
    Slot last(Found found) {
      return at(arguments.size() - 1, found);
    }

    /** The object it is called on, which matters. */
    Slot object(Found found) {
      return at(0, found);
    }

    /** An argument, counted without the object, which matters. */
    Slot argument(int index, Found found) {
      return at(arguments.size() - callee.signature().parameters().size() + index, found);
    }

    private Slot at(int index, Found found) {
      return index >= 0 && index < arguments.size()
          ? found.matters(arguments.get(index))
          : Slot.unknown("no argument");
    }

    /** The property that a setter sets; empty of other methods. */
    String property() {
      return callee.name().startsWith("set_") ? callee.name().substring(4) : "";
    }
  }
}
