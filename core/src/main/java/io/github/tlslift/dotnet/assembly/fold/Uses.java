package io.github.tlslift.dotnet.assembly.fold;

import io.github.tlslift.dotnet.assembly.il.Instructions;
import io.github.tlslift.dotnet.assembly.il.MethodBody;
import io.github.tlslift.dotnet.assembly.il.OpCode;
import io.github.tlslift.dotnet.assembly.image.Image;
import io.github.tlslift.dotnet.assembly.metadata.Member;
import io.github.tlslift.dotnet.assembly.metadata.Members;
import io.github.tlslift.dotnet.assembly.metadata.TableId;
import io.github.tlslift.io.MalformedInputException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which methods call a method, take its address, or write a field; found in one pass when asked.
 */
final class Uses {
  private final Image image;
  private final Map<Integer, Set<Integer>> callers = new HashMap<>();
  private final Map<Integer, Set<Integer>> writers = new HashMap<>();
  private final Set<Integer> taken = new HashSet<>();
  private boolean found;

  Uses(Image image) {
    this.image = image;
  }

  /** The methods that call a method of this assembly. */
  Set<Integer> callersOf(int method) throws MalformedInputException {
    find();
    return callers.getOrDefault(method, Set.of());
  }

  /** The methods that write a field of this assembly. */
  Set<Integer> writersOf(int field) throws MalformedInputException {
    find();
    return writers.getOrDefault(field, Set.of());
  }

  /** Whether a method is handed on to be called by somebody else. */
  boolean isTaken(int method) throws MalformedInputException {
    find();
    return taken.contains(method);
  }

  private void find() throws MalformedInputException {
    if (!found) {
      found = true;
      for (int method = 1; method <= image.methods(); method++) {
        in(method);
      }
    }
  }

  // A body that is broken is told where it is read for its own sake.
  private void in(int method) {
    try {
      Optional<MethodBody> body = image.body(method);
      if (body.isPresent()) {
        Instructions.scan(body.get(), (op, token) -> see(method, op, token));
      }
    } catch (MalformedInputException broken) {
      return;
    }
  }

  private void see(int method, OpCode op, int token) {
    switch (op.name()) {
      case "call", "callvirt", "newobj", "ldftn", "ldvirtftn" -> called(method, op, token);
      case "stfld", "stsfld", "ldflda", "ldsflda" -> written(method, token);
      default -> {
        return;
      }
    }
  }

  private void called(int method, OpCode op, int token) {
    if (TableId.MEMBER_REF.has(token) && !mayBeOwn(token)) {
      return;
    }
    try {
      Member member = image.members().method(token);
      if (member.definition() != 0) {
        callers.computeIfAbsent(member.definition(), m -> new TreeSet<>()).add(method);
        if (op.name().startsWith("ld")) {
          taken.add(member.definition());
        }
      }
    } catch (MalformedInputException noMethod) {
      return;
    }
  }

  // References to generic types of this assembly have a TypeSpec as their parent.
  private boolean mayBeOwn(int token) {
    try {
      int parent = image.metadata().tables().get(TableId.MEMBER_REF, token & 0xFF_FFFF, 0);
      return (parent & 7) == 4 || (parent & 7) == 0 || (parent & 7) == 3;
    } catch (MalformedInputException noRow) {
      return false;
    }
  }

  private void written(int method, int token) {
    try {
      image
          .members()
          .field(token)
          .map(Members.Field::definition)
          .filter(f -> f != 0)
          .ifPresent(f -> writers.computeIfAbsent(f, m -> new TreeSet<>()).add(method));
    } catch (MalformedInputException noField) {
      return;
    }
  }
}
