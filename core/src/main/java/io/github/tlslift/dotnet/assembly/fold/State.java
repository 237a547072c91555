package io.github.tlslift.dotnet.assembly.fold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** The stack, the locals and the arguments written, at one place of the code. */
final class State {
  private final List<Slot> stack = new ArrayList<>();
  private final Map<Integer, Slot> locals = new HashMap<>();
  private final Map<Integer, Slot> arguments = new HashMap<>();

  State copy() {
    State copy = withoutStack();
    copy.stack.addAll(stack);
    return copy;
  }

  /** The same with an empty stack, as where an exception is handled. */
  State withoutStack() {
    State copy = new State();
    copy.locals.putAll(locals);
    copy.arguments.putAll(arguments);
    return copy;
  }

  void push(Slot slot) {
    stack.add(slot);
  }

  /** The topmost value; code that takes more than there is gets what is not known. */
  Slot pop() {
    return stack.isEmpty() ? Slot.unknown("an empty stack") : stack.remove(stack.size() - 1);
  }

  /** The topmost values, the deepest first. */
  List<Slot> pop(int count) {
    List<Slot> taken = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      taken.add(0, pop());
    }
    return taken;
  }

  void clear() {
    stack.clear();
  }

  Slot local(int index) {
    // Locals start as zeros (ECMA-335 II.25.4.4: initialized, as compilers ask for).
    return locals.getOrDefault(index, Slot.number(0));
  }

  void putLocal(int index, Slot slot) {
    locals.put(index, slot);
  }

  Slot argument(int index, Slot given) {
    return arguments.getOrDefault(index, given);
  }

  void putArgument(int index, Slot slot) {
    arguments.put(index, slot);
  }

  /** Takes in what may also be true there; whether that was new. */
  boolean join(State other, Arguments given) {
    boolean changed = joinStack(other);
    changed |= join(locals, other.locals, i -> Slot.number(0));
    changed |= join(arguments, other.arguments, given::get);
    return changed;
  }

  private boolean joinStack(State other) {
    boolean changed = false;
    while (stack.size() > other.stack.size()) {
      stack.remove(0);
      changed = true;
    }
    for (int i = 0; i < stack.size(); i++) {
      Slot joined = stack.get(i).or(other.stack.get(other.stack.size() - stack.size() + i));
      changed |= !joined.equals(stack.set(i, joined));
    }
    return changed;
  }

  private static boolean join(
      Map<Integer, Slot> into, Map<Integer, Slot> other, IntFunction<Slot> before) {
    boolean changed = false;
    for (Map.Entry<Integer, Slot> e : other.entrySet()) {
      Slot was = into.getOrDefault(e.getKey(), before.apply(e.getKey()));
      Slot joined = was.or(e.getValue());
      changed |= !joined.equals(was);
      into.put(e.getKey(), joined);
    }
    for (Map.Entry<Integer, Slot> e : into.entrySet()) {
      if (!other.containsKey(e.getKey())) {
        Slot joined = e.getValue().or(before.apply(e.getKey()));
        changed |= !joined.equals(e.getValue());
        e.setValue(joined);
      }
    }
    return changed;
  }

  /** Gives up on what still changes: it is a loop whose end is not followed. */
  void widen(State other) {
    for (int i = 0; i < stack.size(); i++) {
      stack.set(i, widened(stack.get(i)));
    }
    other.locals.forEach((i, slot) -> locals.put(i, widenedWhereNew(local(i), slot)));
  }

  private static Slot widenedWhereNew(Slot was, Slot now) {
    return was.or(now).equals(was) ? was : widened(was.or(now));
  }

  private static Slot widened(Slot slot) {
    return slot.or(Slot.unknown("what a loop makes of it"));
  }
}
