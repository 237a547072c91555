package io.github.tlslift.net.probe;

import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.tls.CodePoint;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The suites worth asking for in a version, those that servers have most likely first. */
final class Suites {
  /** So many fit in a hello that every server reads. */
  static final int MOST = 120;

  private static final Pattern SIGNALS = Pattern.compile("SCSV|GREASE");
  private static final Pattern AEAD_OR_SHA2 =
      Pattern.compile("_GCM_|_CCM|CHACHA20|_SHA256$|_SHA384$|GOST.*OMAC|MGM");
  private static final Pattern RARE =
      Pattern.compile(
          "PSK|SRP|KRB5|GOST|28147|ARIA|CAMELLIA|SEED|IDEA|NULL|anon|EXPORT|FORTEZZA|FIPS|SM4|"
              + "CCM|DH_RSA|DH_DSS|ECDH_|RC2|ECCPWD");
  private static final Pattern EPHEMERAL = Pattern.compile("^TLS_(ECDHE_(RSA|ECDSA)|DHE_RSA)_");

  private Suites() {}

  /** The suites of a version. */
  static List<Integer> of(TlsVersion version) {
    boolean tls13 = version == TlsVersion.TLS13;
    return CodePoint.SUITE.codes().stream()
        .filter(c -> c != 0 && isTls13(c) == tls13)
        .filter(c -> tls13 || fits(CodePoint.SUITE.name(c), version))
        .sorted(Comparator.comparingInt(Suites::rank).thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  // TLS 1.3: TLS_AES_*, TLS_CHACHA20_POLY1305_SHA256, TLS_SM4_*, integrity only (RFC 9150).
  private static boolean isTls13(int code) {
    return code >> 8 == 0x13 || code == 0xC0B4 || code == 0xC0B5 || code == 0xC6 || code == 0xC7;
  }

  private static boolean fits(String name, TlsVersion version) {
    boolean modern = AEAD_OR_SHA2.matcher(name).find();
    return !SIGNALS.matcher(name).find() && (version == TlsVersion.TLS12 || !modern);
  }

  private static int rank(int code) {
    String name = CodePoint.SUITE.name(code);
    int rare = RARE.matcher(name.replace("DHE_", "E_").replace("ECDHE_", "E_")).find() ? 2 : 0;
    return EPHEMERAL.matcher(name).find() ? rare : rare + 1;
  }
}
