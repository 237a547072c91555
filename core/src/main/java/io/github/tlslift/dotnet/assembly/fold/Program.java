package io.github.tlslift.dotnet.assembly.fold;

import io.github.tlslift.dotnet.assembly.il.MethodBody;
import io.github.tlslift.dotnet.assembly.image.Image;
import io.github.tlslift.dotnet.assembly.metadata.TableId;
import io.github.tlslift.io.MalformedInputException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The methods of an assembly, each run when somebody needs to know what it does. */
public final class Program {
  private static final long MOST_STEPS = 20_000_000;
  private static final int DEEPEST = 40;
  private static final int MOST_FOLLOWED = 200;

  private final Image image;
  private final Uses uses;
  private final Fields fields;
  private final Calls calls;
  private final Arrays arrays = new Arrays();
  private final Map<Integer, Code> codes = new HashMap<>();
  private final Map<List<Object>, Slot> results = new HashMap<>();
  private final Map<List<Integer>, Slot> parameters = new HashMap<>();
  private final Set<Object> running = new HashSet<>();
  private long steps;

  /** The program of an assembly. */
  public Program(Image image) {
    this.image = image;
    this.uses = new Uses(image);
    this.fields = new Fields(this);
    this.calls = new Calls();
  }

  /** The assembly. */
  public Image image() {
    return image;
  }

  Uses uses() {
    return uses;
  }

  Fields fields() {
    return fields;
  }

  Calls calls() {
    return calls;
  }

  Arrays arrays() {
    return arrays;
  }

  void spend() {
    steps++;
  }

  /** Whether more was run than is followed; what is not run by then is not known. */
  public boolean isExhausted() {
    return steps > MOST_STEPS;
  }

  /** The name of a method. */
  String name(int method) throws MalformedInputException {
    return image.metadata().string(TableId.METHOD_DEF, method, 3);
  }

  boolean hasBody(int method) throws MalformedInputException {
    return method != 0 && image.body(method).isPresent();
  }

  /**
   * Shows all that a method does, whoever calls it.
   *
   * @param follow the values that matter
   */
  public void show(int method, Set<Origin> follow, Observer observer)
      throws MalformedInputException {
    interpret(method, i -> parameter(method, i, follow), follow, observer);
  }

  private Slot parameter(int method, int index, Set<Origin> follow) {
    Origin origin = new Origin(Origin.Kind.PARAMETER, method, index);
    return follow.contains(origin) ? parameter(method, index) : Slot.open(origin);
  }

  private void interpret(int method, Arguments arguments, Set<Origin> follow, Observer observer)
      throws MalformedInputException {
    Optional<Code> code = code(method);
    if (code.isPresent() && !isExhausted()) {
      new Interpreter(this, method, code.get(), arguments, follow).run(List.of(observer));
    }
  }

  Optional<Code> code(int method) throws MalformedInputException {
    Optional<MethodBody> body = image.body(method);
    if (body.isPresent() && !codes.containsKey(method)) {
      codes.put(method, Code.of(body.get()));
    }
    return Optional.ofNullable(codes.get(method));
  }

  // Runs a method again until all that the answer depends on was followed.
  private Slot ask(int method, Optional<List<Slot>> arguments, Question question)
      throws MalformedInputException {
    Set<Origin> follow = new HashSet<>();
    while (true) {
      question.begin();
      Arguments given =
          arguments.isPresent()
              ? i -> given(arguments.get(), i)
              : i -> parameter(method, i, follow);
      interpret(method, given, follow, question);
      Set<Origin> open = new HashSet<>(question.answer().open());
      open.removeIf(o -> o.method() != method);
      if (!follow.addAll(open) || follow.size() > MOST_FOLLOWED) {
        return question.answer();
      }
    }
  }

  /** What a method of the assembly gives when it is called with these arguments. */
  public Slot result(int method, List<Slot> arguments) throws MalformedInputException {
    List<Object> key = List.of(method, arguments);
    Slot known = results.get(key);
    if (known != null) {
      return known;
    }
    if (running.size() >= DEEPEST || !running.add(key)) {
      return Slot.unknown("a value that depends on itself");
    }
    Slot answer = ask(method, Optional.of(arguments), Question.ofResult());
    running.remove(key);
    Slot result = answer.isNone() ? Slot.unknown("what " + name(method) + " gives") : answer;
    results.put(key, result);
    return result;
  }

  /** What a method puts into a field. */
  Slot stored(int method, int field) throws MalformedInputException {
    return ask(method, Optional.empty(), Question.ofField(field));
  }

  private static Slot given(List<Slot> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : Slot.unknown("an argument");
  }

  /** What an array may hold. */
  public Slot element(Slot array) {
    return arrays.get(array);
  }

  /** What the callers within the assembly hand to a method. */
  private Slot parameter(int method, int index) {
    List<Integer> key = List.of(method, index);
    Slot known = parameters.get(key);
    if (known != null) {
      return known;
    }
    if (running.size() >= DEEPEST || !running.add(key)) {
      return Slot.unknown("a value that depends on itself");
    }
    Slot value = fromCallers(method, index);
    running.remove(key);
    parameters.put(key, value);
    return value;
  }

  private Slot fromCallers(int method, int index) {
    try {
      Slot all = Slot.none();
      for (int caller : uses.callersOf(method)) {
        all = all.or(ask(caller, Optional.empty(), Question.ofArgument(method, index)));
      }
      Slot other = Slot.unknown("the argument " + parameterName(method, index));
      return all.isNone() || uses.isTaken(method) ? all.or(other) : all;
    } catch (MalformedInputException e) {
      return Slot.unknown(String.valueOf(e.getMessage()));
    }
  }

  private String parameterName(int method, int index) throws MalformedInputException {
    boolean hasThis =
        image.members().method(TableId.METHOD_DEF.token(method)).signature().hasThis();
    int sequence = hasThis ? index : index + 1;
    int from = image.metadata().tables().get(TableId.METHOD_DEF, method, 5);
    for (int row = from; row <= image.metadata().tables().count(TableId.PARAM); row++) {
      int at = image.metadata().tables().get(TableId.PARAM, row, 1);
      if (at == sequence) {
        return image.metadata().string(TableId.PARAM, row, 2) + " of " + name(method);
      }
      if (at > sequence) {
        break;
      }
    }
    return index + " of " + name(method);
  }
}
