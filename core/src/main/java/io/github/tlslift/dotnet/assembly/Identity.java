package io.github.tlslift.dotnet.assembly;

import io.github.tlslift.dotnet.assembly.metadata.Metadata;
import io.github.tlslift.dotnet.assembly.metadata.TableId;
import io.github.tlslift.io.ByteReader;
import io.github.tlslift.io.MalformedInputException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of an assembly as others refer to it (ECMA-335 II.6.2.1).
 *
 * @param publicKeyToken sixteen hexadecimal digits; empty where it has no strong name
 */
public record Identity(String name, String version, String publicKeyToken) {
  private static final int TOKEN = 8;

  /** The identity in the manifest; a module without one is told by its module's name. */
  static Identity of(Metadata metadata) throws MalformedInputException {
    if (metadata.tables().count(TableId.ASSEMBLY) == 0) {
      boolean named = metadata.tables().count(TableId.MODULE) > 0;
      return new Identity(named ? metadata.string(TableId.MODULE, 1, 1) : "", "", "");
    }
    ByteReader key = metadata.blob(TableId.ASSEMBLY, 1, 6);
    return new Identity(
        metadata.string(TableId.ASSEMBLY, 1, 7),
        version(metadata, TableId.ASSEMBLY, 1, 1),
        token(key.bytes(key.remaining(), "Assembly.PublicKey")));
  }

  /** The identity that a reference asks for. */
  static Identity ofReference(Metadata metadata, int row) throws MalformedInputException {
    ByteReader blob = metadata.blob(TableId.ASSEMBLY_REF, row, 5);
    byte[] key = blob.bytes(blob.remaining(), "AssemblyRef.PublicKeyOrToken");
    return new Identity(
        metadata.string(TableId.ASSEMBLY_REF, row, 6),
        version(metadata, TableId.ASSEMBLY_REF, row, 0),
        key.length == TOKEN ? HexFormat.of().formatHex(key) : token(key));
  }

  private static String version(Metadata metadata, TableId table, int row, int first)
      throws MalformedInputException {
    StringBuilder version = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      version.append(i == 0 ? "" : ".").append(metadata.tables().get(table, row, first + i));
    }
    return version.toString();
  }

  // The last eight bytes of the key's SHA-1, backwards (ECMA-335 II.6.3).
  private static String token(byte[] key) {
    if (key.length == 0) {
      return "";
    }
    byte[] hash = sha1(key);
    byte[] token = new byte[TOKEN];
    for (int i = 0; i < TOKEN; i++) {
      token[i] = hash[hash.length - 1 - i];
    }
    return HexFormat.of().formatHex(token);
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
