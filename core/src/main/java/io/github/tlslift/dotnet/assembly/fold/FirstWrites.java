package io.github.tlslift.dotnet.assembly.fold;

import io.github.tlslift.dotnet.assembly.il.Instruction;
import io.github.tlslift.dotnet.assembly.image.Image;
import io.github.tlslift.dotnet.assembly.metadata.Member;
import io.github.tlslift.dotnet.assembly.metadata.Members;
import io.github.tlslift.dotnet.assembly.metadata.TableId;
import io.github.tlslift.io.MalformedInputException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether a field is given a value before anybody can find the zero that it starts with. */
final class FirstWrites {
  private final Program program;
  private final Image image;

  FirstWrites(Program program) {
    this.program = program;
    this.image = program.image();
  }

  boolean cover(int field) throws MalformedInputException {
    int owner = image.types().ownerOfField(field);
    Set<Integer> writers = program.uses().writersOf(field);
    if (isClosure(owner)) {
      return !writers.isEmpty();
    }
    Set<Integer> setters = new TreeSet<>();
    Set<Integer> all = new TreeSet<>(writers);
    for (int writer : writers) {
      if (program.name(writer).startsWith("set_")) {
        setters.add(writer);
        all.addAll(program.uses().callersOf(writer));
      }
    }
    for (int method : all) {
      if (writesFirst(method, owner, field, setters)) {
        return true;
      }
    }
    return false;
  }

  // Locals that a lambda uses: <>c__DisplayClass0_0, <Main>c__AnonStorey0, _Closure$__1-0. The
  // compiler sees to it that they are assigned.
  private boolean isClosure(int type) throws MalformedInputException {
    String name = image.metadata().string(TableId.TYPE_DEF, type, 1);
    return name.contains("c__DisplayClass")
        || name.contains("c__AnonStorey")
        || name.startsWith("_Closure$__");
  }

  private boolean writesFirst(int method, int owner, int field, Set<Integer> setters)
      throws MalformedInputException {
    if (isConstructor(method) && image.types().ownerOfMethod(method) == owner) {
      return true;
    }
    Optional<Code> code = program.code(method);
    for (int i = 0; code.isPresent() && i < code.get().size(); i++) {
      Instruction at = code.get().at(i);
      boolean first = isWrite(at, field, setters) && isOfNew(code.get(), i, owner);
      if (first || isStart(method) && isAlways(at, code.get(), field)) {
        return true;
      }
    }
    return false;
  }

  private boolean isStart(int method) {
    return image.cli().entryMethod() == TableId.METHOD_DEF.token(method);
  }

  private boolean isAlways(Instruction at, Code code, int field) throws MalformedInputException {
    return at.name().equals("stsfld") && definition(at) == field && !code.isConditional(at, image);
  }

  private int definition(Instruction at) throws MalformedInputException {
    return image.members().field(at.operand()).map(Members.Field::definition).orElse(0);
  }

  private boolean isConstructor(int method) throws MalformedInputException {
    return program.name(method).equals(".ctor") || program.name(method).equals(".cctor");
  }

  private boolean isWrite(Instruction at, int field, Set<Integer> setters)
      throws MalformedInputException {
    if (at.name().equals("stfld")) {
      return definition(at) == field;
    }
    return at.name().startsWith("call")
        && setters.contains(image.members().method(at.operand()).definition());
  }

  // new T { Field = .. }: no branch lies between.
  private boolean isOfNew(Code code, int write, int owner) throws MalformedInputException {
    for (int i = write; i >= 0; i--) {
      if (isNew(code.at(i), owner)) {
        return true;
      }
      if (code.isLeader(i)) {
        return false;
      }
    }
    return false;
  }

  private boolean isNew(Instruction at, int owner) throws MalformedInputException {
    if (!at.name().equals("newobj")) {
      return false;
    }
    Member made = image.members().method(at.operand());
    return made.definition() != 0 && image.types().ownerOfMethod(made.definition()) == owner;
  }
}
