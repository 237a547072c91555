package io.github.tlslift.dotnet.assembly.sink;

import io.github.tlslift.dotnet.api.Clients;
import io.github.tlslift.dotnet.assembly.image.Image;
import io.github.tlslift.dotnet.assembly.metadata.TableId;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Role;
import java.util.Optional;

/** The clients of a program's own making, such as SOAP proxies. */
final class DerivedClients {
  private static final int ABSTRACT = 0x80;
  private static final int DEEPEST = 20;

  private DerivedClients() {}

  /** Notes each where it is declared. */
  static void note(Image image, Found found) throws MalformedInputException {
    for (int type = 1; type <= image.metadata().tables().count(TableId.TYPE_DEF); type++) {
      Optional<Clients.Client> client = client(type, image);
      boolean isAbstract =
          (image.metadata().tables().get(TableId.TYPE_DEF, type, 0) & ABSTRACT) != 0;
      if (client.isPresent() && !isAbstract) {
        String name = image.metadata().string(TableId.TYPE_DEF, type, 1);
        found.declared(client.get().name(), client.get().api(), name, at(type, name, image));
      }
    }
  }

  // No bytes are the type as such; its row in the table is as good a place as any.
  private static Location at(int type, String name, Image image) {
    return new Location(image.file(), 0, 0, image.metadata().tables().position(type), 0, name);
  }

  /** Notes an object of such a type. */
  static void made(Sink.Call call, Image image, Found found) {
    try {
      int type = image.types().ownerOfMethod(call.callee().definition());
      client(type, image)
          .ifPresent(c -> found.use(Role.CLIENT, c.name(), Optional.of(c.api()), call));
    } catch (MalformedInputException unnamed) {
      return;
    }
  }

  /** The client that a type is by what it is derived from. */
  static Optional<Clients.Client> client(int type, Image image) throws MalformedInputException {
    int base = type == 0 ? 0 : image.types().base(type);
    for (int depth = 0; depth < DEEPEST && TableId.TYPE_DEF.has(base); depth++) {
      int row = base & 0xFF_FFFF;
      base = row == 0 ? 0 : image.types().base(row);
    }
    if ((base & 0xFF_FFFF) == 0) {
      return Optional.empty();
    }
    String name = image.types().name(base);
    return Clients.ofBase(name.substring(name.lastIndexOf('.') + 1))
        .filter(c -> c.name().equals(name));
  }
}
