package io.github.tlslift.dotnet.assembly;

import io.github.tlslift.dotnet.assembly.image.Image;
import io.github.tlslift.dotnet.assembly.metadata.Attributes;
import io.github.tlslift.dotnet.assembly.metadata.CodedIndex;
import io.github.tlslift.dotnet.assembly.metadata.Metadata;
import io.github.tlslift.dotnet.assembly.metadata.TableId;
import io.github.tlslift.io.ByteReader;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.TargetFramework;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Reads what an assembly says of itself. */
final class Describer {
  private static final String TARGET = "System.Runtime.Versioning.TargetFrameworkAttribute";
  private static final String REFERENCE =
      "System.Runtime.CompilerServices.ReferenceAssemblyAttribute";

  private final Image image;
  private final Metadata metadata;

  private Describer(Image image) {
    this.image = image;
    this.metadata = image.metadata();
  }

  static AssemblyInfo describe(Image image) throws MalformedInputException {
    return new Describer(image).info();
  }

  private AssemblyInfo info() throws MalformedInputException {
    return new AssemblyInfo(
        image.file(),
        Identity.of(metadata),
        metadata.version(),
        target(),
        image.cli().bitness(image.pe()),
        image.cli().bitnessWords(image.pe()),
        !image.pe().isDll() && image.cli().entryPoint() != 0,
        image.cli().isSigned(),
        image.cli().isMixed(),
        image.cli().isReadyToRun(image.pe()),
        image.attributes().ofAssembly(REFERENCE).isPresent(),
        references(),
        names(TableId.MANIFEST_RESOURCE, 2),
        nativeCalls());
  }

  // ".NETFramework,Version=v4.5.2,Profile=Client"
  private TargetFramework target() throws MalformedInputException {
    Optional<ByteReader> value = image.attributes().ofAssembly(TARGET);
    if (value.isEmpty()) {
      return TargetFramework.none(Location.ofFile(image.file()));
    }
    ByteReader blob = value.get();
    Location at = new Location(image.file(), 0, 0, blob.position(), blob.remaining());
    String text = Attributes.text(blob).orElse("");
    int comma = text.indexOf(',');
    int version = text.toLowerCase(Locale.ROOT).indexOf("version=");
    if (comma <= 0 || version < 0) {
      return TargetFramework.none(at);
    }
    int end = text.indexOf(',', version);
    String number = text.substring(version + 8, end < 0 ? text.length() : end).strip();
    String bare = number.startsWith("v") || number.startsWith("V") ? number.substring(1) : number;
    return new TargetFramework(text.substring(0, comma).strip(), bare, at);
  }

  private List<Identity> references() throws MalformedInputException {
    List<Identity> all = new ArrayList<>();
    for (int row = 1; row <= metadata.tables().count(TableId.ASSEMBLY_REF); row++) {
      all.add(Identity.ofReference(metadata, row));
    }
    return all;
  }

  private List<String> names(TableId table, int column) throws MalformedInputException {
    List<String> all = new ArrayList<>();
    for (int row = 1; row <= metadata.tables().count(table); row++) {
      all.add(metadata.string(table, row, column));
    }
    return all;
  }

  private List<String> nativeCalls() throws MalformedInputException {
    TreeSet<String> all = new TreeSet<>();
    for (int row = 1; row <= metadata.tables().count(TableId.IMPL_MAP); row++) {
      int module = metadata.tables().get(TableId.IMPL_MAP, row, 3);
      String function = metadata.string(TableId.IMPL_MAP, row, 2);
      int of = metadata.tables().token(TableId.IMPL_MAP, row, 1, CodedIndex.MEMBER_FORWARDED);
      if (function.isEmpty() && TableId.METHOD_DEF.has(of)) {
        function = metadata.string(TableId.METHOD_DEF, of & 0xFF_FFFF, 3);
      }
      all.add(metadata.string(TableId.MODULE_REF, module, 0) + "!" + function);
    }
    return List.copyOf(all);
  }
}
