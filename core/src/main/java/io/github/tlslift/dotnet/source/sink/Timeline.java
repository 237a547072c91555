package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.code.Statement;
import io.github.tlslift.dotnet.source.code.Variable;
import io.github.tlslift.dotnet.source.fold.Folder;
import io.github.tlslift.dotnet.source.fold.Program;
import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Guard;
import io.github.tlslift.model.Phase;
import io.github.tlslift.model.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The order in which the places of a program run: from where it starts, statement by statement,
 * into the members that it calls.
 */
final class Timeline {
  private static final int MOST_STEPS = 100_000;
  private static final int DEEPEST = 40;

  private final Program program;
  private final Folder folder;
  private final Guards guards;
  private final Callees callees;
  private final Requests requests = new Requests();
  private final Map<String, List<ApiUse>> places = new HashMap<>();
  private final Moments moments = new Moments();
  private final Bodies bodies;
  private final Starts starts;
  private final Set<String> initialized = new HashSet<>();
  private final Deque<Scope> calls = new ArrayDeque<>();
  private final Deque<Handover> given = new ArrayDeque<>();
  private final Set<String> creating = new HashSet<>();
  private final Functions functions;
  private String chosen = "";
  private int steps;

  private Timeline(Program program, Folder folder, List<ApiUse> uses) {
    this.program = program;
    this.folder = folder;
    guards = new Guards(folder, ProcessProtocols.PROPERTY);
    callees = new Callees(folder);
    functions = new Functions(program);
    bodies = new Bodies(program);
    starts = Starts.of(program);
    uses.forEach(u -> places.computeIfAbsent(key(u), k -> new ArrayList<>()).add(u));
  }

  /** The places, each with the moments at which it runs; without any where that is not known. */
  static List<ApiUse> of(Program program, Folder folder, List<ApiUse> uses) {
    if (uses.stream().noneMatch(u -> u.role() == Role.PROCESS_PROTOCOLS)) {
      return uses;
    }
    Timeline timeline = new Timeline(program, folder, uses);
    timeline.run();
    List<ApiUse> left = timeline.left(uses);
    // The way to a write may lead through code that has no word of ours.
    new Callers(program, folder)
        .ask(uses.stream().filter(u -> left.contains(u) || isWriteInside(u)).toList());
    Set<ApiUse> never = timeline.unreached(left);
    return uses.stream().map(u -> never.contains(u) ? u.never() : timeline.timed(u)).toList();
  }

  private static String key(ApiUse use) {
    return use.location().file() + ":" + use.location().offset();
  }

  private static boolean isWriteInside(ApiUse use) {
    return use.role() == Role.PROCESS_PROTOCOLS && use.phase() == Phase.UNKNOWN;
  }

  private List<ApiUse> left(List<ApiUse> uses) {
    return uses.stream()
        .filter(u -> u.role() == Role.PROCESS_PROTOCOLS && moments.of(u).isEmpty())
        .toList();
  }

  // Only what a program does from its start to its end can be told in full.
  private Set<ApiUse> unreached(List<ApiUse> left) {
    if (!starts.isProgram() || left.isEmpty()) {
      return Set.of();
    }
    Unreached unreached = new Unreached(program, callees);
    Set<ApiUse> never = new HashSet<>();
    for (Code code : program.codes()) {
      code.scopes().stream()
          .filter(s -> s.kind() == Scope.Kind.MEMBER)
          .map(s -> new Program.Named(s, code))
          .forEach(
              m ->
                  within(m)
                      .filter(left::contains)
                      .filter(u -> unreached.is(m))
                      .forEach(never::add));
    }
    return never;
  }

  // The places that stand in a member's own statements.
  private Stream<ApiUse> within(Program.Named member) {
    return bodies
        .expressions(member.scope())
        .flatMap(e -> at(member.code(), e.start()).stream())
        .distinct();
  }

  private ApiUse timed(ApiUse use) {
    return use.at(moments.of(use));
  }

  private void run() {
    program.codes().forEach(this::addClients);
    Set<String> included = includedFiles();
    starts.all().stream()
        .filter(n -> !included.contains(n.code().text().file()))
        .forEach(this::start);
  }

  // As each choice of #if branches makes it, the program is another process.
  private void start(Program.Named start) {
    List<Code> readings = starts.readings(start);
    chosen = readings.size() > 1 ? start.code().text().file() : "";
    if (readings.indexOf(start.code()) > 0) {
      moments.elsewhere(() -> begin(start));
    } else {
      begin(start);
    }
    chosen = "";
  }

  // F#: what stands in modules runs before the entry point does (F# specification, section 12.5).
  private void begin(Program.Named start) {
    if (start.code().language() == Code.Language.FSHARP && initialized.add("modules")) {
      for (Code code : program.codes()) {
        code.scopes().stream()
            .filter(s -> s.kind() == Scope.Kind.TYPE)
            .forEach(m -> statements(m, code, Guard.ALWAYS));
      }
    }
    enter(start, Guard.ALWAYS);
  }

  // A branch that was chosen is what runs.
  private Guard within(Guard guard) {
    boolean settled =
        !chosen.isEmpty()
            && guard.oneOf().filter(b -> b.decision().startsWith(chosen + ":#")).isPresent();
    return settled ? new Guard(guard.conditions(), true) : guard;
  }

  // Those run when they are named.
  private Set<String> includedFiles() {
    Set<String> files = new HashSet<>();
    for (Code code : program.codes()) {
      for (Statement s : code.statements()) {
        if (s.value() instanceof Expr.Call c) {
          included(c, new Place(s.scope(), code, Optional.empty(), Optional.empty()))
              .filter(other -> other != code)
              .ifPresent(other -> files.add(other.text().file()));
        }
      }
    }
    return files;
  }

  // A client that a field keeps connects where its methods are called.
  private void addClients(Code code) {
    for (Variable v : code.variables()) {
      if (v.value() != null) {
        boolean field = v.scope().kind() == Scope.Kind.TYPE;
        List<ApiUse> made = field ? at(code, v.value().start()) : List.of();
        made.stream().filter(requests::isLater).forEach(requests::made);
        requests.assigned(v.name(), v.value(), code);
      }
    }
  }

  private List<ApiUse> at(Code code, int offset) {
    return places.getOrDefault(code.text().file() + ":" + offset, List.of());
  }

  // Of the members of several types one runs; of those of one type, overloads, perhaps each.
  private void enterOne(List<Program.Named> members, Expr.Call call, Place at, Guard path) {
    List<Scope> types =
        members.stream().map(m -> m.scope().nearest(Scope.Kind.TYPE)).distinct().toList();
    String decision = at.code().text().file() + ":" + call.start();
    for (Program.Named m : members) {
      int index = types.indexOf(m.scope().nearest(Scope.Kind.TYPE));
      boolean one = types.size() < 2;
      Guard here = one ? path : path.and(Guard.in(new Guard.Branch(decision, index, types.size())));
      call(m, call, at, here);
    }
  }

  private void enter(Program.Named member, Guard path) {
    if (calls.size() > DEEPEST || calls.contains(member.scope()) || steps > MOST_STEPS) {
      return;
    }
    calls.push(member.scope());
    Scope type = member.scope().nearest(Scope.Kind.TYPE);
    if (type != null) {
      initialize(type.name(), member.code(), path);
    }
    statements(member.scope(), member.code(), path);
    calls.pop();
  }

  private void initialize(String type, Code code, Guard path) {
    if (initialized.add(Program.key(type, code))) {
      bodies.statics(type, code).forEach(f -> field(f, path));
      callees.initializers(type, code).forEach(i -> enter(i, path));
    }
  }

  private void field(Program.Declared field, Guard path) {
    Scope type = field.variable().scope();
    Place at = new Place(type, field.code(), Optional.empty(), Optional.empty());
    Optional.ofNullable(field.variable().value())
        .filter(v -> !functions.isKept(v, field.variable().name(), at))
        .ifPresent(v -> visit(v, at, path));
  }

  private void statements(Scope body, Code code, Guard path) {
    moments.within(() -> bodies.of(body).forEach(s -> statement(s, code, path)));
  }

  private void statement(Statement s, Code code, Guard path) {
    moments.nextStatement();
    Place at = new Place(around(s), code, Optional.empty(), Optional.empty());
    String name = bodies.name(s.value());
    if (!functions.isKept(s.value(), name, at)) {
      visit(s.value(), at, path);
    }
    requests.assigned(name, s.value(), code);
  }

  // What a loop goes through is asked for once, whether or not there is anything.
  private static Scope around(Statement s) {
    boolean items = s.value() instanceof Expr.Opaque o && o.what().equals("each");
    Scope outer = s.scope().parent();
    return items && outer != null ? outer : s.scope();
  }

  // What an expression needs runs before it does.
  private void visit(Expr e, Place at, Guard path) {
    steps++;
    if (e instanceof Expr.Lambda l) {
      function(l, at, path);
      return;
    }
    if (e instanceof Expr.Assign a && functions.isKept(a.value(), assigned(a), at)) {
      return;
    }
    if (e instanceof Expr.Choice c) {
      c.conditions().forEach(x -> visit(x, at, path));
      c.branches()
          .forEach(b -> visit(b, at, b instanceof Expr.Scoped ? path : path.and(Guard.SOMETIMES)));
      return;
    }
    Place inside =
        e instanceof Expr.Scoped s ? new Place(s.scope(), at.code(), at.owner(), at.choice()) : at;
    List<Program.Named> own =
        e instanceof Expr.Call c ? callees.of(c, at.scope(), at.code()) : List.of();
    e.children().stream()
        .filter(c -> own.isEmpty() || !(c instanceof Expr.Lambda))
        .forEach(c -> child(c, e, inside, path));
    ofType(e, at, path);
    functions.named(e, at).ifPresent(f -> run(f, path));
    callees.getters(e, at.scope(), at.code()).forEach(m -> enter(m, path));
    happens(e, at, path, own);
  }

  // The first use of a static member sets its type up.
  private void ofType(Expr e, Place at, Guard path) {
    if (e instanceof Expr.Member m && !program.types(m.target().lastName(), at.code()).isEmpty()) {
      initialize(m.target().lastName(), at.code(), path);
    }
  }

  private static String assigned(Expr.Assign a) {
    return a.op().equals("=") ? a.target().lastName() : "";
  }

  private void run(Functions.Kept kept, Guard path) {
    if (functions.enter(kept)) {
      visit(kept.value(), kept.at(), path);
      functions.leave(kept);
    }
  }

  // A block that is run as a job or on another machine.
  private void child(Expr child, Expr of, Place at, Guard path) {
    if (child instanceof Expr.Lambda && OtherProcess.runs(of, at.code())) {
      moments.elsewhere(() -> visit(child, at, path));
    } else {
      visit(child, at, path);
    }
  }

  private void function(Expr.Lambda l, Place at, Guard path) {
    Place inside = new Place(l.scope(), at.code(), Optional.empty(), Optional.empty());
    l.body().ifPresent(b -> visit(b, inside, path));
    statements(l.scope(), at.code(), path);
  }

  private void happens(Expr e, Place at, Guard path, List<Program.Named> own) {
    if (e instanceof Expr.Str) {
      // Code that a string holds in another form stands at the same place, and runs elsewhere.
      return;
    }
    note(e.start(), at, path);
    Guard here = path.and(guards.around(at));
    bodies.handed(at.scope(), e.start()).forEach(c -> text(c, here));
    if (e instanceof Expr.Call c) {
      int name = Math.max(c.start(), c.callee().end() - c.lastName().length());
      if (name != e.start()) {
        note(name, at, path);
      }
      runsGiven(c, here);
      if (own.isEmpty()) {
        c.args().stream()
            .filter(a -> !(a.value() instanceof Expr.Lambda))
            .forEach(a -> handed(a.value(), at).ifPresent(f -> f.accept(here)));
      }
      requests.called(c, at.code()).forEach(u -> moments.note(u, here));
      enterOne(own, c, at, here);
      included(c, at).ifPresent(script -> script(script, here));
    } else if (e instanceof Expr.New n) {
      created(program.simpleName(n.simpleType(), at.code()), n.args().size(), at.code(), here);
    } else if (e instanceof Expr.Assign a) {
      requests.assigned(a.target().lastName(), a.value(), at.code());
      callees.setters(a, at.scope(), at.code()).forEach(m -> enter(m, here));
    }
  }

  private void created(String type, int args, Code code, Guard here) {
    String key = Program.key(type, code) + "/" + args;
    if (program.types(type, code).isEmpty() || !creating.add(key)) {
      return;
    }
    initialize(type, code, here);
    construct(type, args, code, here);
    creating.remove(key);
  }

  private void construct(String type, int args, Code code, Guard here) {
    bodies.instances(type, code).forEach(f -> field(f, here));
    Optional<String> base = callees.base(type, code);
    List<Program.Named> constructors = callees.constructors(type, args, code);
    if (constructors.isEmpty()) {
      base.ifPresent(b -> created(b, 0, code, here));
    }
    for (Program.Named c : constructors) {
      if (!delegates(c, base)) {
        base.ifPresent(b -> created(b, 0, code, here));
      }
      enter(c, here);
    }
  }

  // Whether it begins with this(...) or base(...).
  private boolean delegates(Program.Named constructor, Optional<String> base) {
    return bodies.of(constructor.scope()).stream()
        .limit(1)
        .map(Statement::value)
        .filter(Expr.New.class::isInstance)
        .map(n -> program.simpleName(((Expr.New) n).simpleType(), constructor.code()))
        .anyMatch(t -> t.equals(constructor.scope().name()) || base.filter(t::equals).isPresent());
  }

  private Optional<Code> included(Expr.Call call, Place at) {
    return Included.code(call, at, program, folder);
  }

  // Code in a string, where it is handed over.
  private void text(Code code, Guard path) {
    if (code.outer().filter(Code.Outer::elsewhere).isPresent()) {
      moments.elsewhere(() -> script(code, path));
    } else {
      script(code, path);
    }
  }

  private void script(Code code, Guard path) {
    code.scopes().stream()
        .filter(s -> Starts.isOutermost(s) && s.has("script"))
        .forEach(s -> enter(new Program.Named(s, code), path));
  }

  // A parameter that is called, or its Invoke.
  private void runsGiven(Expr.Call c, Guard here) {
    Expr called =
        c.callee() instanceof Expr.Member m && m.name().equals("Invoke") ? m.target() : c.callee();
    if (called instanceof Expr.Name n && !given.isEmpty()) {
      given.peek().run(n.name(), here);
    }
  }

  private void call(Program.Named member, Expr.Call c, Place at, Guard here) {
    Handover handover = new Handover();
    List<Scope.Parameter> parameters = member.scope().parameters();
    for (int i = 0; i < Math.min(parameters.size(), c.args().size()); i++) {
      String parameter = parameters.get(i).name();
      handed(c.args().get(i).value(), at).ifPresent(f -> handover.give(parameter, f));
    }
    given.push(handover);
    enter(member, here);
    handover.rest(here);
    given.pop();
  }

  // A function that is handed over is run by who takes it.
  private Optional<Consumer<Guard>> handed(Expr argument, Place at) {
    if (argument instanceof Expr.Name n && !given.isEmpty() && given.peek().has(n.name())) {
      Handover outer = given.peek();
      return Optional.of(here -> outer.run(n.name(), here));
    }
    if (argument instanceof Expr.Lambda l) {
      return Optional.of(here -> function(l, at, here));
    }
    boolean name = argument instanceof Expr.Name || argument instanceof Expr.Member;
    boolean variable = name && !program.variables(argument.lastName(), at.code()).isEmpty();
    if (!name || variable) {
      return Optional.empty();
    }
    Expr.Call call = new Expr.Call(argument, List.of(), argument.start(), argument.end());
    return Optional.of(
        here -> callees.handed(call, at.scope(), at.code()).forEach(m -> enter(m, here)));
  }

  private void note(int offset, Place at, Guard path) {
    for (ApiUse use : at(at.code(), offset)) {
      if (requests.isLater(use)) {
        requests.made(use);
      } else {
        moments.note(
            use,
            path.and(
                use.role() == Role.PROCESS_PROTOCOLS ? within(use.guard()) : guards.around(at)));
      }
    }
  }
}
