package io.github.tlslift.dotnet.assembly.sink;

import io.github.tlslift.dotnet.api.Clients;
import io.github.tlslift.dotnet.api.ProtocolProperties;
import io.github.tlslift.dotnet.assembly.image.Image;
import io.github.tlslift.dotnet.assembly.metadata.CodedIndex;
import io.github.tlslift.dotnet.assembly.metadata.Member;
import io.github.tlslift.dotnet.assembly.metadata.Metadata;
import io.github.tlslift.dotnet.assembly.metadata.TableId;
import io.github.tlslift.dotnet.assembly.metadata.Tables;
import io.github.tlslift.io.ByteReader;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.Words;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which tokens of an assembly are of interest: the cheap question that most assemblies answer with
 * none, from the names of the types they refer to.
 */
final class Interest {
  private static final Set<String> TYPES = types();
  private static final Set<String> BY_NAME =
      Set.of("PropertyInfo", "FieldInfo", "MethodBase", "Type");
  private static final Set<String> REGISTRY = Set.of("Registry", "RegistryKey");
  private static final Words NAMES =
      Words.of(
          Map.of(
              1, List.of("SecurityProtocol"),
              2,
                  List.of(
                      "SchUseStrongCrypto",
                      "SystemDefaultTlsVersions",
                      "SCHANNEL",
                      "SecureProtocols",
                      "NETFramework\\AppContext")));

  private final Image image;
  private final Metadata metadata;
  private final boolean addresses;
  private final BitSet members = new BitSet();
  private final BitSet ownMembers = new BitSet();
  private final Map<Integer, Boolean> texts = new HashMap<>();
  private final List<String> broken = new ArrayList<>();
  private final int named;

  Interest(Image image, List<Sink> sinks, boolean addresses) {
    this.image = image;
    this.metadata = image.metadata();
    this.addresses = addresses;
    this.named = named();
    find(sinks);
  }

  private static Set<String> types() {
    Set<String> all = new HashSet<>();
    for (Clients.Client c : Clients.all()) {
      if (c.kind().equals("type") || c.kind().equals("base")) {
        all.add(c.name().substring(c.name().lastIndexOf('.') + 1));
      } else if (c.kind().equals("call")) {
        all.add(c.name().substring(0, c.name().indexOf('.')));
      }
    }
    ProtocolProperties.all()
        .forEach(p -> all.add(p.type().substring(p.type().lastIndexOf('.') + 1)));
    all.addAll(
        List.of(
            "ServicePointManager", "SslStream", "AppContext", "FtpWebRequest", "HttpWebRequest"));
    return all;
  }

  // Strings are UTF-16 and begin at any byte, so both halves are searched.
  private int named() {
    return metadata.stream("#US").map(Interest::words).orElse(0);
  }

  private static int words(ByteReader heap) {
    int length = heap.remaining() / 2;
    byte[] even = new byte[length];
    byte[] odd = new byte[length];
    for (int i = 0; i < length; i++) {
      even[i] = (byte) heap.u8At(heap.position() + 2 * i);
      odd[i] = (byte) heap.u8At(heap.position() + 2 * i + 1);
    }
    return NAMES.in(even, length) | NAMES.in(odd, length);
  }

  private void find(List<Sink> sinks) {
    try {
      BitSet types = typeRefs();
      if (!types.isEmpty()) {
        references(types, sinks);
        clientsOfOurs();
      }
    } catch (MalformedInputException e) {
      broken.add(String.valueOf(e.getMessage()));
    }
  }

  private BitSet typeRefs() throws MalformedInputException {
    BitSet found = new BitSet();
    for (int row = 1; row <= metadata.tables().count(TableId.TYPE_REF); row++) {
      String name = metadata.string(TableId.TYPE_REF, row, 1);
      int tick = name.indexOf('`');
      if (isOfInterest(tick < 0 ? name : name.substring(0, tick))) {
        found.set(row);
      }
    }
    return found;
  }

  private boolean isOfInterest(String type) {
    return TYPES.contains(type)
        || (named & 1) != 0 && BY_NAME.contains(type)
        || (named & 2) != 0 && REGISTRY.contains(type);
  }

  private void references(BitSet types, List<Sink> sinks) throws MalformedInputException {
    Tables tables = metadata.tables();
    for (int row = 1; row <= tables.count(TableId.MEMBER_REF); row++) {
      int parent = tables.token(TableId.MEMBER_REF, row, 0, CodedIndex.MEMBER_REF_PARENT);
      boolean mayBe =
          TableId.TYPE_REF.has(parent) ? types.get(parent & 0xFF_FFFF) : isGeneric(parent, types);
      if (mayBe) {
        reference(row, sinks);
      }
    }
  }

  private boolean isGeneric(int parent, BitSet types) throws MalformedInputException {
    return TableId.TYPE_SPEC.has(parent) && !types.isEmpty() && isNamed(image.types().name(parent));
  }

  private static boolean isNamed(String type) {
    return TYPES.contains(type.substring(type.lastIndexOf('.') + 1));
  }

  // One that is broken costs itself, and is said.
  private void reference(int row, List<Sink> sinks) {
    try {
      int token = TableId.MEMBER_REF.token(row);
      if (image.members().field(token).isEmpty()) {
        Member member = image.members().method(token);
        members.set(row, sinks.stream().anyMatch(s -> s.wants(member)));
      }
    } catch (MalformedInputException e) {
      broken.add("MemberRef " + row + ": " + e.getMessage());
    }
  }

  /** What could not be read of the names that code refers to. */
  List<String> broken() {
    return broken;
  }

  private void clientsOfOurs() throws MalformedInputException {
    for (int type = 1; type <= metadata.tables().count(TableId.TYPE_DEF); type++) {
      if (DerivedClients.client(type, image).isPresent()) {
        constructors(type);
      }
    }
  }

  private void constructors(int type) throws MalformedInputException {
    for (int method = 1; method <= image.methods(); method++) {
      if (image.types().ownerOfMethod(method) == type
          && metadata.string(TableId.METHOD_DEF, method, 3).equals(".ctor")) {
        ownMembers.set(method);
      }
    }
  }

  /** Whether some token may be of interest. */
  boolean isAnything() {
    return !members.isEmpty() || !ownMembers.isEmpty() || addresses;
  }

  /** Whether the method of a token is. */
  boolean isCalled(int token) {
    int row = token & 0xFF_FFFF;
    return TableId.MEMBER_REF.has(token)
        ? members.get(row)
        : TableId.METHOD_DEF.has(token) && ownMembers.get(row);
  }

  /** Whether the string of a token is. */
  boolean isText(int token) {
    return addresses && texts.computeIfAbsent(token, this::isAddress);
  }

  private boolean isAddress(int token) {
    try {
      return Strings.isOfInterest(metadata.userString(token));
    } catch (MalformedInputException noString) {
      return false;
    }
  }
}
