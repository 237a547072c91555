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
import io.github.tlslift.model.Moment;
import io.github.tlslift.model.Phase;
import io.github.tlslift.model.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The order in which the places of a program run: from where it starts, statement by statement,
 * into the members that it calls.
 */
final class Timeline {
  private static final int MOST_STEPS = 100_000;
  private static final int MOST_MOMENTS = 8;
  private static final int DEEPEST = 40;

  private final Program program;
  private final Folder folder;
  private final Guards guards;
  private final Callees callees;
  private final Requests requests = new Requests();
  private final Map<String, List<ApiUse>> places = new HashMap<>();
  private final Map<Scope, List<Statement>> bodies = new IdentityHashMap<>();
  private final Map<Expr, String> names = new IdentityHashMap<>();
  private final Map<ApiUse, List<Moment>> moments = new HashMap<>();
  private final Set<String> initialized = new HashSet<>();
  private final Deque<Scope> calls = new ArrayDeque<>();
  private final Map<String, List<Program.Declared>> statics = new HashMap<>();
  private final Map<Scope, List<Code>> handed = new IdentityHashMap<>();
  private int clock;
  private int process;
  private int processes;
  private int steps;

  private Timeline(Program program, Folder folder, List<ApiUse> uses) {
    this.program = program;
    this.folder = folder;
    guards = new Guards(folder, ProcessProtocols.PROPERTY);
    callees = new Callees(program);
    uses.forEach(u -> places.computeIfAbsent(key(u), k -> new ArrayList<>()).add(u));
  }

  /** The places, each with the moments at which it runs; without any where that is not known. */
  static List<ApiUse> of(Program program, Folder folder, List<ApiUse> uses) {
    if (uses.stream().noneMatch(u -> u.role() == Role.PROCESS_PROTOCOLS)) {
      return uses;
    }
    Timeline timeline = new Timeline(program, folder, uses);
    timeline.askForCallers();
    timeline.run();
    return uses.stream().map(timeline::timed).toList();
  }

  private static String key(ApiUse use) {
    return use.location().file() + ":" + use.location().offset();
  }

  // The way from the start to a write may lead through code that has no word of ours.
  private void askForCallers() {
    Set<String> writers = new HashSet<>();
    places.values().stream()
        .flatMap(List::stream)
        .filter(u -> u.role() == Role.PROCESS_PROTOCOLS && u.phase() == Phase.UNKNOWN)
        .forEach(u -> writers.add(u.container().substring(u.container().lastIndexOf('.') + 1)));
    writers.remove("");
    if (!program.codes().isEmpty()) {
      Code any = program.codes().get(0);
      folder.following(() -> writers.stream().map(w -> program.calls(w, any)).toList());
    }
  }

  private ApiUse timed(ApiUse use) {
    return use.at(moments.getOrDefault(use, List.of()));
  }

  private void run() {
    program.codes().forEach(this::addBodies);
    program.codes().forEach(this::addFields);
    program.codes().forEach(c -> c.outer().ifPresent(o -> addHanded(o, c)));
    List<Program.Named> starts = new ArrayList<>();
    for (Code code : program.codes()) {
      code.scopes().stream()
          .filter(s -> isStart(s, code))
          .forEach(s -> starts.add(new Program.Named(s, code)));
    }
    starts.sort(Comparator.comparing((Program.Named n) -> Container.phase(n.scope())));
    Set<String> included = includedFiles();
    starts.stream()
        .filter(n -> !included.contains(n.code().text().file()))
        .forEach(n -> enter(n, Guard.ALWAYS));
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

  private void addHanded(Code.Outer by, Code code) {
    handed.computeIfAbsent(by.scope(), s -> new ArrayList<>()).add(code);
  }

  private void addBodies(Code code) {
    for (Statement s : code.statements()) {
      Scope owner =
          s.scope().nearest(x -> x.kind() == Scope.Kind.MEMBER || x.kind() == Scope.Kind.LAMBDA);
      if (owner != null) {
        bodies.computeIfAbsent(owner, o -> new ArrayList<>()).add(s);
      }
    }
  }

  private void addFields(Code code) {
    for (Variable v : code.variables()) {
      if (v.value() != null) {
        names.put(v.value(), v.name());
        boolean field = v.scope().kind() == Scope.Kind.TYPE;
        List<ApiUse> made = field ? at(code, v.value().start()) : List.of();
        made.stream().filter(requests::isLater).forEach(requests::made);
        requests.assigned(v.name(), v.value(), code);
        if (field && (v.traits().contains("static") || v.traits().contains("shared"))) {
          String key = Program.key(v.scope().name(), code);
          statics.computeIfAbsent(key, k -> new ArrayList<>()).add(new Program.Declared(v, code));
        }
      }
    }
  }

  private List<ApiUse> at(Code code, int offset) {
    return places.getOrDefault(code.text().file() + ":" + offset, List.of());
  }

  private static boolean isStart(Scope s, Code code) {
    return code.outer().isEmpty() && isOutermost(s) && isStart(s);
  }

  private static boolean isOutermost(Scope s) {
    return s.kind() == Scope.Kind.MEMBER
        && (s.parent() == null || s.parent().nearest(Scope.Kind.MEMBER) == null);
  }

  private static boolean isStart(Scope s) {
    return switch (Container.phase(s)) {
      case ENTRY_POINT, APPLICATION_START, SCRIPT -> true;
      case TYPE_INITIALIZER, PER_REQUEST, UNKNOWN -> false;
    };
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
      statics.getOrDefault(Program.key(type, code), List.of()).forEach(f -> field(f, path));
      callees.initializers(type, code).forEach(i -> enter(i, path));
    }
  }

  private void field(Program.Declared field, Guard path) {
    Scope type = field.variable().scope();
    Place at = new Place(type, field.code(), Optional.empty(), Optional.empty());
    Optional.ofNullable(field.variable().value())
        .filter(v -> !hasFunction(v))
        .ifPresent(v -> visit(v, at, path));
  }

  // A function value that a field keeps runs when somebody calls it.
  private static boolean hasFunction(Expr e) {
    return e instanceof Expr.Lambda || e.children().stream().anyMatch(Timeline::hasFunction);
  }

  private void statements(Scope body, Code code, Guard path) {
    for (Statement s : bodies.getOrDefault(body, List.of())) {
      visit(s.value(), new Place(s.scope(), code, Optional.empty(), Optional.empty()), path);
      requests.assigned(names.getOrDefault(s.value(), ""), s.value(), code);
    }
  }

  // What an expression needs runs before it does.
  private void visit(Expr e, Place at, Guard path) {
    steps++;
    if (e instanceof Expr.Lambda l) {
      function(l, at, path);
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
    e.children().forEach(c -> child(c, e, inside, path));
    happens(e, at, path);
  }

  // A block that is run as a job or on another machine.
  private void child(Expr child, Expr of, Place at, Guard path) {
    if (child instanceof Expr.Lambda && OtherProcess.runs(of, at.code())) {
      elsewhere(() -> visit(child, at, path));
    } else {
      visit(child, at, path);
    }
  }

  private void elsewhere(Runnable run) {
    int before = process;
    process = ++processes;
    run.run();
    process = before;
  }

  private void function(Expr.Lambda l, Place at, Guard path) {
    Place inside = new Place(l.scope(), at.code(), Optional.empty(), Optional.empty());
    l.body().ifPresent(b -> visit(b, inside, path));
    statements(l.scope(), at.code(), path);
  }

  private void happens(Expr e, Place at, Guard path) {
    if (e instanceof Expr.Str) {
      // Code that a string holds in another form stands at the same place, and runs elsewhere.
      return;
    }
    note(e.start(), at, path);
    Guard here = path.and(guards.around(at));
    handed.getOrDefault(at.scope(), List.of()).stream()
        .filter(c -> c.outer().filter(o -> o.at() == e.start()).isPresent())
        .forEach(c -> text(c, here));
    if (e instanceof Expr.Call c) {
      int name = Math.max(c.start(), c.callee().end() - c.lastName().length());
      if (name != e.start()) {
        note(name, at, path);
      }
      c.args().forEach(a -> handed(a.value(), at, here));
      requests.called(c, at.code()).forEach(u -> moment(u, here));
      callees.of(c, at.scope(), at.code()).forEach(m -> enter(m, here));
      included(c, at).ifPresent(script -> script(script, here));
    } else if (e instanceof Expr.New n) {
      String type = program.simpleName(n.simpleType(), at.code());
      initialize(type, at.code(), here);
      callees.constructors(type, n.args().size(), at.code()).forEach(m -> enter(m, here));
    } else if (e instanceof Expr.Assign a) {
      requests.assigned(a.target().lastName(), a.value(), at.code());
      callees.setters(a, at.scope(), at.code()).forEach(m -> enter(m, here));
    } else if (e instanceof Expr.Member m
        && !program.types(m.target().lastName(), at.code()).isEmpty()) {
      initialize(m.target().lastName(), at.code(), here);
    }
  }

  private Optional<Code> included(Expr.Call call, Place at) {
    return Included.code(call, at, program, folder);
  }

  // Code in a string, where it is handed over.
  private void text(Code code, Guard path) {
    if (code.outer().filter(Code.Outer::elsewhere).isPresent()) {
      elsewhere(() -> script(code, path));
    } else {
      script(code, path);
    }
  }

  private void script(Code code, Guard path) {
    code.scopes().stream()
        .filter(s -> isOutermost(s) && s.has("script"))
        .forEach(s -> enter(new Program.Named(s, code), path));
  }

  // A method that is handed over is run by who takes it.
  private void handed(Expr argument, Place at, Guard here) {
    boolean name = argument instanceof Expr.Name || argument instanceof Expr.Member;
    boolean variable = name && !program.variables(argument.lastName(), at.code()).isEmpty();
    if (name && !variable) {
      Expr.Call call = new Expr.Call(argument, List.of(), argument.start(), argument.end());
      callees.handed(call, at.scope(), at.code()).forEach(m -> enter(m, here));
    }
  }

  private void note(int offset, Place at, Guard path) {
    for (ApiUse use : at(at.code(), offset)) {
      if (requests.isLater(use)) {
        requests.made(use);
      } else {
        moment(
            use, path.and(use.role() == Role.PROCESS_PROTOCOLS ? use.guard() : guards.around(at)));
      }
    }
  }

  private void moment(ApiUse use, Guard guard) {
    List<Moment> all = moments.computeIfAbsent(use, u -> new ArrayList<>());
    if (all.size() < MOST_MOMENTS) {
      all.add(new Moment(++clock, guard, process));
    }
  }
}
