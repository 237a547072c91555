package io.github.tlslift.dotnet.assembly.sink;

import io.github.tlslift.dotnet.assembly.fold.Observer;
import io.github.tlslift.dotnet.assembly.fold.Origin;
import io.github.tlslift.dotnet.assembly.fold.Program;
import io.github.tlslift.dotnet.assembly.fold.Slot;
import io.github.tlslift.dotnet.assembly.il.Instructions;
import io.github.tlslift.dotnet.assembly.il.MethodBody;
import io.github.tlslift.dotnet.assembly.il.OpCode;
import io.github.tlslift.dotnet.assembly.image.Image;
import io.github.tlslift.dotnet.assembly.metadata.Member;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.Coverage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs the methods of an assembly that name something of interest, and no others but for them. */
public final class Finder {
  private static final List<Sink> SINKS =
      List.of(
          new ProcessProtocols(),
          new ObjectProtocols(),
          new Streams(),
          new ClientUses(),
          new Validation(),
          new Switches(),
          new RegistryWrites(),
          new MailServers());

  private static final int MOST_FOLLOWED = 200;

  private final Image image;
  private final Program program;
  private final Found found;
  private final Interest interest;
  private final List<Coverage.Gap> gaps = new ArrayList<>();
  private final Map<Member, List<Sink>> sinks = new HashMap<>();

  /**
   * A search.
   *
   * @param addresses whether the endpoints that code names matter
   */
  public Finder(Program program, Found found, boolean addresses) {
    this.image = program.image();
    this.program = program;
    this.found = found;
    this.interest = new Interest(image, SINKS, addresses);
  }

  /** Finds everything; gives what could not be read. */
  public List<Coverage.Gap> find() throws MalformedInputException {
    interest.broken().forEach(this::gap);
    DerivedClients.note(image, found);
    if (interest.isAnything()) {
      for (int method = 1; method <= image.methods(); method++) {
        attempt(method);
      }
    }
    if (program.isExhausted()) {
      gap("more code depends on each other than is followed");
    }
    return gaps;
  }

  private void attempt(int method) {
    try {
      Optional<MethodBody> body = image.body(method);
      if (body.isPresent() && isOfInterest(body.get())) {
        look(method);
      }
    } catch (MalformedInputException broken) {
      gap("method " + method + ": " + broken.getMessage());
    }
  }

  // Again, as long as a value that matters depends on something that was not followed.
  private void look(int method) throws MalformedInputException {
    Set<Origin> follow = new HashSet<>();
    Found pass;
    do {
      pass = found.again();
      program.show(method, follow, new Sight(pass));
    } while (follow.size() < MOST_FOLLOWED && follow.addAll(pass.asked()));
    found.take(pass);
  }

  private void gap(String reason) {
    if (gaps.size() < 20) {
      gaps.add(new Coverage.Gap(image.file(), reason));
    }
  }

  private boolean isOfInterest(MethodBody body) throws MalformedInputException {
    boolean[] any = {false};
    Instructions.scan(body, (op, token) -> any[0] |= isOfInterest(op, token));
    return any[0];
  }

  private boolean isOfInterest(OpCode op, int token) {
    return op.operand() == OpCode.Operand.STRING
        ? interest.isText(token)
        : interest.isCalled(token);
  }

  private final class Sight implements Observer {
    private final Found pass;

    Sight(Found pass) {
      this.pass = pass;
    }

    @Override
    public void call(Site site, Member callee, List<Slot> arguments) {
      sinks
          .computeIfAbsent(callee, c -> SINKS.stream().filter(s -> s.wants(c)).toList())
          .forEach(s -> s.look(new Sink.Call(site, callee, arguments), pass));
      if (callee.definition() != 0 && site.at().name().equals("newobj")) {
        DerivedClients.made(new Sink.Call(site, callee, arguments), image, pass);
      }
    }

    @Override
    public void text(Site site, String text) {
      Strings.look(text, site, pass);
    }
  }
}
