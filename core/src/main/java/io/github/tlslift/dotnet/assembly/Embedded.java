package io.github.tlslift.dotnet.assembly;

import io.github.tlslift.dotnet.assembly.image.Image;
import io.github.tlslift.dotnet.assembly.metadata.TableId;
import io.github.tlslift.dotnet.assembly.metadata.Tables;
import io.github.tlslift.dotnet.assembly.pe.Bundle;
import io.github.tlslift.io.ByteReader;
import io.github.tlslift.io.MalformedInputException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Assemblies that a program carries in its resources and loads by itself, plain or deflated as
 * Costura packs them (ECMA-335 II.22.24).
 */
final class Embedded {
  private static final int MOST = 500;

  private Embedded() {}

  /** The bytes of each, by the name of its resource. */
  static Map<String, byte[]> in(Image image) throws MalformedInputException {
    Map<String, byte[]> all = new LinkedHashMap<>();
    Tables tables = image.metadata().tables();
    for (int row = 1; row <= tables.count(TableId.MANIFEST_RESOURCE) && all.size() < MOST; row++) {
      boolean here = tables.get(TableId.MANIFEST_RESOURCE, row, 3) == 0;
      String name = image.metadata().string(TableId.MANIFEST_RESOURCE, row, 2);
      String lower = name.toLowerCase(Locale.ROOT);
      boolean packed = lower.endsWith(".dll.compressed") || lower.endsWith(".exe.compressed");
      if (here && (packed || lower.endsWith(".dll") || lower.endsWith(".exe"))) {
        long offset = tables.get(TableId.MANIFEST_RESOURCE, row, 0) & 0xFFFF_FFFFL;
        ByteReader at =
            image.pe().at(image.cli().resources().rva() + offset, "ManifestResource.Offset");
        long size = at.u32("ManifestResource.Size");
        int position = at.position();
        byte[] bytes = at.bytes(size, "ManifestResource.Size");
        all.put(name, packed ? Bundle.inflated(bytes, position) : bytes);
      }
    }
    return all;
  }
}
