package io.github.tlslift.dotnet.assembly.sink;

import io.github.tlslift.dotnet.api.Lifecycle;
import io.github.tlslift.dotnet.assembly.fold.Observer;
import io.github.tlslift.dotnet.assembly.fold.Slot;
import io.github.tlslift.dotnet.assembly.image.Image;
import io.github.tlslift.dotnet.assembly.metadata.CodedIndex;
import io.github.tlslift.dotnet.assembly.metadata.TableId;
import io.github.tlslift.dotnet.value.Atom;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where a place of IL is, what it is in, and when that runs. */
public final class Places {
  // What compilers make of lambdas and iterators: <Main>b__0, <RunAsync>d__3, $VB$Closure_0.
  private static final Pattern GENERATED = Pattern.compile("<([^<>]*)>[^.]*");
  private static final int ACCESS = 0x7;
  private static final int PRIVATE = 0x1;

  private final Image image;
  private final Lines lines;

  /** The lines of source that debug information tells. */
  public interface Lines {
    /** No debug information. */
    Lines NONE = (method, offset) -> Optional.empty();

    /** {@code Program.cs:12}, where it is known. */
    Optional<String> at(int method, int offset);
  }

  /** The places of an assembly. */
  public Places(Image image, Lines lines) {
    this.image = image;
    this.lines = lines;
  }

  /** The bytes of the instruction in the file. */
  Location location(Observer.Site site) {
    int length = site.at().end() - site.at().offset();
    String within =
        lines
            .at(site.method(), site.at().offset())
            .orElseGet(() -> container(site.method()) + " " + site.at().label());
    return new Location(image.file(), 0, 0, site.code().position(site.at()), length, within);
  }

  /** Why the place runs only sometimes; empty where it always runs with its method. */
  Optional<String> condition(Observer.Site site) {
    return site.code().isConditional(site.at(), image)
        ? Optional.of("a branch before " + site.at().label())
        : Optional.empty();
  }

  /** The call for people. */
  String text(Sink.Call call) {
    String arguments =
        call.arguments().stream().map(Places::text).collect(Collectors.joining(", "));
    return call.callee().simpleType() + "." + call.callee().name() + "(" + arguments + ")";
  }

  private static String text(Slot slot) {
    if (slot.value().possible().size() != 1) {
      return "?";
    }
    Atom atom = slot.value().possible().iterator().next();
    if (atom instanceof Atom.Text t) {
      return '"' + t.text() + '"';
    }
    return atom instanceof Atom.Bits b && b.isNumber() && slot.value().unknown().isEmpty()
        ? Integer.toString(b.set())
        : "?";
  }

  /** {@code Type.Member}, as in the source it was made of. */
  String container(int method) {
    try {
      List<String> parts = typeNames(image.types().ownerOfMethod(method));
      parts.add(image.metadata().string(TableId.METHOD_DEF, method, 3));
      String written = "";
      List<String> real = new ArrayList<>();
      for (String part : parts) {
        Matcher generated = GENERATED.matcher(part);
        if (generated.matches()) {
          written = generated.group(1).isEmpty() ? written : generated.group(1);
        } else {
          real.add(part);
        }
      }
      if (!written.isEmpty()) {
        real.removeIf("MoveNext"::equals);
        real.add(written);
      }
      return String.join(".", real);
    } catch (MalformedInputException unnamed) {
      return "";
    }
  }

  private List<String> typeNames(int typeRow) throws MalformedInputException {
    List<String> names = new ArrayList<>();
    for (int row = typeRow; row != 0 && names.size() < 20; row = image.types().enclosing(row)) {
      names.add(0, image.metadata().string(TableId.TYPE_DEF, row, 1));
    }
    names.remove("<Module>");
    return names;
  }

  /** When the method runs, as far as it tells. */
  Phase phase(int method) {
    try {
      return phaseOf(method);
    } catch (MalformedInputException unnamed) {
      return Phase.UNKNOWN;
    }
  }

  private Phase phaseOf(int method) throws MalformedInputException {
    String container = container(method);
    String member = container.substring(container.lastIndexOf('.') + 1);
    if (container.endsWith("cctor")) {
      return Phase.TYPE_INITIALIZER;
    }
    if (image.cli().entryMethod() == TableId.METHOD_DEF.token(method)
        || member.equalsIgnoreCase("Main")) {
      return Phase.ENTRY_POINT;
    }
    int type = image.types().ownerOfMethod(method);
    int access = image.metadata().tables().get(TableId.METHOD_DEF, method, 2) & ACCESS;
    return Lifecycle.of(
        member, image.metadata().string(TableId.TYPE_DEF, type, 1), bases(type), access <= PRIVATE);
  }

  private List<String> bases(int type) throws MalformedInputException {
    List<String> bases = new ArrayList<>();
    bases.add(image.types().name(image.types().base(type)));
    for (int row = 1; row <= image.metadata().tables().count(TableId.INTERFACE_IMPL); row++) {
      if (image.metadata().tables().get(TableId.INTERFACE_IMPL, row, 0) == type) {
        bases.add(
            image
                .types()
                .name(
                    image
                        .metadata()
                        .tables()
                        .token(TableId.INTERFACE_IMPL, row, 1, CodedIndex.TYPE_DEF_OR_REF)));
      }
    }
    return bases;
  }
}
