package io.github.tlslift.dotnet.assembly.fold;

import io.github.tlslift.dotnet.assembly.il.Instruction;
import io.github.tlslift.dotnet.assembly.metadata.Member;
import io.github.tlslift.dotnet.assembly.metadata.TableId;
import io.github.tlslift.dotnet.value.Atom;
import io.github.tlslift.dotnet.value.Operators;
import io.github.tlslift.dotnet.value.Value;
import io.github.tlslift.io.MalformedInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one instruction does to the stack, the locals and the fields (ECMA-335 III.3 and III.4). */
final class Evaluator {
  private static final String NULLABLE = "System.Nullable";

  private final Program program;
  private final int method;
  private final Code code;
  private final Arguments given;
  private final State state;
  private final Set<Origin> follow;
  private final List<Observer> observers;

  Evaluator(
      Program program,
      int method,
      Code code,
      Arguments given,
      State state,
      Set<Origin> follow,
      List<Observer> observers) {
    this.program = program;
    this.method = method;
    this.code = code;
    this.given = given;
    this.state = state;
    this.follow = follow;
    this.observers = observers;
  }

  void step(Instruction at) throws MalformedInputException {
    program.spend();
    String name = at.name();
    int dot = name.indexOf('.');
    String family = dot < 0 ? name : name.substring(0, dot);
    switch (family) {
      case "ldc" -> state.push(constant(at));
      case "ldstr" -> string(at);
      case "ldnull" -> state.push(Slot.of(Value.of(new Atom.Nothing())));
      case "ldloc" -> state.push(state.local(variable(at)));
      case "stloc" -> state.putLocal(variable(at), state.pop());
      case "ldarg" -> state.push(argument(variable(at)));
      case "starg" -> state.putArgument(variable(at), state.pop());
      case "ldloca" -> address(Thing.Address.Kind.LOCAL, at.operand());
      case "ldarga" -> address(Thing.Address.Kind.ARGUMENT, at.operand());
      case "dup" -> duplicate();
      case "or" -> binary("|");
      case "and" -> binary("&");
      case "xor" -> binary("^");
      case "add" -> binary("+");
      case "sub" -> binary("-");
      case "mul" -> binary("*");
      case "shl" -> binary("<<");
      case "ceq" -> compare();
      case "not" -> unary("~");
      case "neg" -> unary("-");
      case "conv", "unbox", "castclass", "isinst", "box", "ckfinite" -> keep();
      default -> objects(family, at);
    }
  }

  private void objects(String family, Instruction at) throws MalformedInputException {
    switch (family) {
      case "ldsfld", "ldfld" -> loadField(at, family.equals("ldfld"));
      case "stsfld", "stfld" -> storeField(at, family.equals("stfld"));
      case "ldsflda", "ldflda" -> fieldAddress(at, family.equals("ldflda"));
      case "newarr" -> array(at);
      case "stelem" -> storeElement();
      case "ldelem" -> loadElement();
      case "ldftn" -> state.push(function(at));
      case "ldvirtftn" -> virtualFunction(at);
      case "ldtoken" -> state.push(token(at.operand()));
      case "ldobj", "ldind" -> state.push(indirect(state.pop()));
      case "stobj", "stind" -> storeIndirect();
      case "initobj" -> write(state.pop(), initial(at));
      case "call", "callvirt" -> call(at);
      case "newobj" -> create(at);
      case "ret" -> give();
      default -> unmodelled(at);
    }
  }

  private static Slot constant(Instruction at) {
    return switch (at.name()) {
      case "ldc.i4.m1" -> Slot.number(-1);
      case "ldc.i4", "ldc.i4.s", "ldc.i8" -> Slot.number(at.operand());
      case "ldc.r4", "ldc.r8" -> Slot.unknown("a number with a fraction");
      default -> Slot.number(at.op().code() - 0x16);
    };
  }

  private void string(Instruction at) throws MalformedInputException {
    String text = program.image().metadata().userString(at.operand());
    observers.forEach(o -> o.text(site(at), text));
    state.push(Slot.text(text));
  }

  private Observer.Site site(Instruction at) {
    return new Observer.Site(method, code, at);
  }

  // ldloc.0 to ldloc.3 have the number in their name.
  private static int variable(Instruction at) {
    char last = at.name().charAt(at.name().length() - 1);
    return last >= '0' && last <= '3' ? last - '0' : at.operand();
  }

  private Slot argument(int index) {
    return state.argument(index, given.get(index));
  }

  private void address(Thing.Address.Kind kind, int index) {
    state.push(Slot.of(new Thing.Address(kind, index)));
  }

  private void duplicate() {
    Slot top = state.pop();
    state.push(top);
    state.push(top);
  }

  private void binary(String op) {
    Slot right = state.pop();
    state.push(Slot.binary(op, state.pop(), right));
  }

  // The runtime has no booleans of its own: a comparison gives 1 or 0.
  private void compare() {
    Value right = state.pop().value();
    Value equal = Operators.binary("==", state.pop().value(), right);
    state.push(
        equal.unknown().isPresent()
            ? Slot.of(either())
            : Slot.of(equal.flag().map(f -> Value.number(f ? 1 : 0)).orElseGet(Evaluator::either)));
  }

  private static Value either() {
    return new Value(bits(), Optional.empty());
  }

  private static Set<Atom> bits() {
    return Set.of(Atom.Bits.of(0), Atom.Bits.of(1));
  }

  private void unary(String op) {
    Slot operand = state.pop();
    state.push(Slot.of(Operators.unary(op, operand.value())).openedBy(List.of(operand)));
  }

  private void keep() {
    state.push(state.pop());
  }

  private void loadField(Instruction at, boolean ofObject) throws MalformedInputException {
    if (ofObject) {
      state.pop();
    }
    int row = program.fields().definition(at.operand());
    state.push(row == 0 ? program.fields().foreign(at.operand()) : field(row));
  }

  private Slot field(int row) {
    Origin origin = new Origin(Origin.Kind.FIELD, method, row);
    return follow.contains(origin) ? program.fields().value(row) : Slot.open(origin);
  }

  private void storeField(Instruction at, boolean ofObject) throws MalformedInputException {
    Slot value = state.pop();
    if (ofObject) {
      state.pop();
    }
    int field = program.fields().definition(at.operand());
    observers.forEach(o -> o.store(field, value));
  }

  private void fieldAddress(Instruction at, boolean ofObject) throws MalformedInputException {
    if (ofObject) {
      state.pop();
    }
    address(Thing.Address.Kind.FIELD, program.fields().definition(at.operand()));
  }

  private long place(Instruction at) {
    return (long) method << 32 | at.offset();
  }

  private void array(Instruction at) {
    state.pop();
    state.push(Slot.of(new Thing.Array(place(at))));
  }

  private void storeElement() {
    List<Slot> taken = state.pop(3);
    program.arrays().put(taken.get(0), taken.get(2));
  }

  private void loadElement() {
    state.pop();
    state.push(program.arrays().get(state.pop()));
  }

  private Slot function(Instruction at) throws MalformedInputException {
    Member of = program.image().members().method(at.operand());
    return Slot.of(new Thing.Delegate(of.qualified(), of.definition()));
  }

  private void virtualFunction(Instruction at) throws MalformedInputException {
    state.pop();
    state.push(function(at));
  }

  private Slot token(int token) throws MalformedInputException {
    if (TableId.FIELD.has(token)) {
      return Slot.of(new Thing.FieldHandle(token & 0xFF_FFFF));
    }
    String type = program.image().types().name(token);
    return type.isEmpty() ? Slot.unknown("a handle") : Slot.of(new Thing.TypeOf(type));
  }

  private Slot indirect(Slot address) {
    Slot all = Slot.none();
    for (Thing.Address a : address.things(Thing.Address.class)) {
      all = all.or(read(a));
    }
    return all.isNone() ? Slot.unknown("what an address leads to") : all;
  }

  private Slot read(Thing.Address a) {
    return switch (a.kind()) {
      case LOCAL -> state.local(a.index());
      case ARGUMENT -> argument(a.index());
      case FIELD -> field(a.index());
    };
  }

  private void storeIndirect() {
    Slot value = state.pop();
    write(state.pop(), value);
  }

  private void write(Slot address, Slot value) {
    for (Thing.Address a : address.things(Thing.Address.class)) {
      switch (a.kind()) {
        case LOCAL -> state.putLocal(a.index(), value);
        case ARGUMENT -> state.putArgument(a.index(), value);
        case FIELD -> observers.forEach(o -> o.store(a.index(), value));
      }
    }
  }

  private Slot initial(Instruction at) throws MalformedInputException {
    boolean isNull = program.image().types().name(at.operand()).equals(NULLABLE);
    return isNull ? Slot.of(Value.of(new Atom.Nothing())) : Slot.number(0);
  }

  private void call(Instruction at) throws MalformedInputException {
    Member callee = program.image().members().method(at.operand());
    List<Slot> arguments = state.pop(callee.signature().takes());
    if (callee.name().equals("InitializeArray") && arguments.size() == 2) {
      program.arrays().initialize(arguments.get(0), arguments.get(1), program.image());
    }
    observers.forEach(o -> o.call(site(at), callee, arguments));
    Slot result = result(at, callee, arguments);
    handOut(callee, arguments);
    if (callee.signature().gives()) {
      state.push(result);
    }
  }

  private Slot result(Instruction at, Member callee, List<Slot> arguments)
      throws MalformedInputException {
    if (!callee.signature().gives() || !program.hasBody(callee.definition())) {
      List<Slot> given = lookedUp(callee, arguments);
      return program.calls().result(callee, given).openedBy(given);
    }
    Origin origin = new Origin(Origin.Kind.CALL, method, at.offset());
    return follow.contains(origin)
        ? program.result(callee.definition(), arguments).openedBy(arguments)
        : Slot.open(origin);
  }

  // Methods of values are called on their address (ECMA-335 III.3.19).
  private List<Slot> lookedUp(Member callee, List<Slot> arguments) {
    if (!callee.signature().hasThis()
        || arguments.isEmpty()
        || arguments.get(0).things(Thing.Address.class).isEmpty()) {
      return arguments;
    }
    List<Slot> given = new ArrayList<>(arguments);
    given.set(0, indirect(arguments.get(0)));
    return given;
  }

  // What a method may write to through an address it was given.
  private void handOut(Member callee, List<Slot> arguments) throws MalformedInputException {
    List<String> types = callee.signature().parameters();
    int first = arguments.size() - types.size();
    if (callee.isConstructor() && callee.type().equals(NULLABLE) && first == 1) {
      write(arguments.get(0), arguments.get(1));
    }
    Slot written = program.calls().written(callee, arguments);
    for (int i = 0; i < types.size(); i++) {
      if (types.get(i).endsWith("&")) {
        write(arguments.get(first + i), written);
      }
    }
  }

  private void create(Instruction at) throws MalformedInputException {
    Member constructor = program.image().members().method(at.operand());
    List<Slot> arguments = state.pop(constructor.signature().parameters().size());
    observers.forEach(o -> o.call(site(at), constructor, arguments));
    List<Thing.Delegate> wrapped =
        arguments.size() == 2 ? arguments.get(1).things(Thing.Delegate.class) : List.of();
    boolean isValue = constructor.type().equals(NULLABLE) && arguments.size() == 1;
    if (isValue) {
      state.push(arguments.get(0));
      return;
    }
    state.push(
        wrapped.isEmpty()
            ? Slot.of(new Thing.Made(constructor.type(), place(at)))
            : arguments.get(1));
  }

  private void give() throws MalformedInputException {
    if (program.image().members().method(TableId.METHOD_DEF.token(method)).signature().gives()) {
      Slot result = state.pop();
      observers.forEach(o -> o.result(result));
    }
  }

  private void unmodelled(Instruction at) throws MalformedInputException {
    int pops = at.op().pops();
    state.pop(Math.max(0, pops));
    for (int i = 0; i < at.op().pushes(); i++) {
      state.push(Slot.unknown("what " + at.name() + " gives"));
    }
  }
}
