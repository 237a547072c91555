package io.github.tlslift.dotnet.assembly.fold;

import io.github.tlslift.dotnet.assembly.il.Instruction;
import io.github.tlslift.dotnet.assembly.il.Instructions;
import io.github.tlslift.dotnet.assembly.il.MethodBody;
import io.github.tlslift.dotnet.assembly.il.OpCode;
import io.github.tlslift.dotnet.assembly.image.Image;
import io.github.tlslift.io.MalformedInputException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The instructions of a method and the ways through them. */
public final class Code {
  private final MethodBody body;
  private final List<Instruction> all;
  private final Map<Integer, Integer> byOffset = new HashMap<>();
  private final BitSet leaders = new BitSet();

  private Code(MethodBody body, List<Instruction> all) {
    this.body = body;
    this.all = all;
    for (int i = 0; i < all.size(); i++) {
      byOffset.put(all.get(i).offset(), i);
    }
  }

  /** Decodes a body; a jump into the middle of an instruction is malformed. */
  public static Code of(MethodBody body) throws MalformedInputException {
    Code code = new Code(body, Instructions.of(body));
    code.findLeaders();
    return code;
  }

  private void findLeaders() throws MalformedInputException {
    leaders.set(0);
    for (int i = 0; i < all.size(); i++) {
      Instruction at = all.get(i);
      for (int target : targets(at)) {
        leaders.set(index(target));
      }
      if (at.op().flow() != OpCode.Flow.NEXT) {
        leaders.set(i + 1);
      }
    }
    for (MethodBody.Clause clause : body.clauses()) {
      leaders.set(index(clause.start()));
      leaders.set(index(clause.tryStart()));
      if (clause.hasFilter()) {
        leaders.set(index(clause.filter()));
      }
    }
  }

  private static List<Integer> targets(Instruction at) {
    return at.isJump() ? List.of(at.operand()) : at.targets();
  }

  private int index(int offset) throws MalformedInputException {
    Integer index = byOffset.get(offset);
    if (index == null) {
      throw new MalformedInputException(
          body.code().position(), "MethodBody", "a jump to " + offset + ", where nothing begins");
    }
    return index;
  }

  private int known(int offset) {
    return byOffset.getOrDefault(offset, 0);
  }

  /** How many instructions there are. */
  int size() {
    return all.size();
  }

  Instruction at(int index) {
    return all.get(index);
  }

  /** Whether a straight run of instructions begins there. */
  boolean isLeader(int index) {
    return leaders.get(index);
  }

  /** Where an instruction lies in the file. */
  public int position(Instruction at) {
    return body.code().position() + at.offset();
  }

  /** Where it may go from an instruction. */
  List<Integer> next(int index) {
    Instruction at = all.get(index);
    List<Integer> next = new ArrayList<>();
    targets(at).forEach(t -> next.add(known(t)));
    boolean falls = at.op().flow() == OpCode.Flow.NEXT || at.op().flow() == OpCode.Flow.CONDITION;
    if (falls && index + 1 < all.size()) {
      next.add(index + 1);
    }
    return next;
  }

  /** The handlers that may begin while an instruction runs. */
  List<Integer> handlers(int index) {
    int offset = all.get(index).offset();
    List<Integer> starts = new ArrayList<>();
    for (MethodBody.Clause c : body.clauses()) {
      if (offset >= c.tryStart() && offset < c.tryEnd()) {
        starts.add(known(c.start()));
        if (c.hasFilter()) {
          starts.add(known(c.filter()));
        }
      }
    }
    return starts;
  }

  /** Whether a handler that begins there finds an exception on the stack. */
  boolean catches(int index) {
    int offset = all.get(index).offset();
    return body.clauses().stream()
        .anyMatch(
            c -> c.kind() <= 1 && c.start() == offset || c.hasFilter() && c.filter() == offset);
  }

  /** Where the code goes on that left the block whose {@code finally} ends there. */
  List<Integer> after(int endFinally) {
    int offset = all.get(endFinally).offset();
    List<Integer> next = new ArrayList<>();
    for (MethodBody.Clause c : body.clauses()) {
      if (offset >= c.start() && offset < c.end()) {
        all.stream()
            .filter(i -> i.name().startsWith("leave"))
            .filter(i -> i.offset() >= c.tryStart() && i.offset() < c.tryEnd())
            .forEach(i -> next.add(known(i.operand())));
      }
    }
    return next;
  }

  /**
   * Whether an instruction runs only sometimes: it handles an exception, or a way from the start to
   * a return that is not for wrong arguments leads past it.
   */
  public boolean isConditional(Instruction at, Image image) {
    StateMachine ways = StateMachine.of(this, image);
    int offset = at.offset();
    // As often as handlers can be nested: one that guards itself would have no end.
    for (int depth = 0; depth <= body.clauses().size(); depth++) {
      Optional<MethodBody.Clause> handler = handlerAround(offset);
      if (handler.isEmpty()) {
        return endsWithout(known(offset), ways, new EarlyExits(this, image));
      }
      if (handler.get().isExceptional()) {
        return true;
      }
      offset = handler.get().tryStart();
    }
    return true;
  }

  private Optional<MethodBody.Clause> handlerAround(int offset) {
    return body.clauses().stream().filter(c -> offset >= c.start() && offset < c.end()).findFirst();
  }

  private boolean endsWithout(int avoided, StateMachine ways, EarlyExits early) {
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    seen.set(avoided);
    if (avoided != 0) {
      seen.set(0);
      open.add(0);
    }
    while (!open.isEmpty()) {
      int index = open.pop();
      if (early.is(index, avoided)) {
        continue;
      }
      if (ways.isEnd(index, all.get(index))) {
        return true;
      }
      for (int next : ways.next(index, next(index))) {
        if (!seen.get(next)) {
          seen.set(next);
          open.push(next);
        }
      }
    }
    return false;
  }
}
