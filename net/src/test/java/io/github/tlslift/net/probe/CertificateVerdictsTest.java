package io.github.tlslift.net.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chains made with the JDK's keytool. */
final class CertificateVerdictsTest {
  private static X509Certificate root;
  private static X509Certificate leaf;
  private static final Date NOW = Date.from(Instant.now().plusSeconds(3600));

  @BeforeAll
  static void make(@TempDir Path folder) throws Exception {
    Path keys = folder.resolve("k.p12");
    keytool(keys, "-genkeypair -alias root -keyalg EC -dname CN=Root -ext bc:c -validity 30");
    keytool(
        keys,
        "-genkeypair -alias leaf -keyalg EC -dname CN=leaf -signer root -validity 20"
            + " -ext san=dns:www.example.test,dns:*.wild.test,ip:127.0.0.1");
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, "password".toCharArray());
    }
    root = (X509Certificate) store.getCertificate("root");
    leaf = (X509Certificate) store.getCertificate("leaf");
  }

  private static void keytool(Path keys, String arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments.split(" ")));
    command.addAll(
        List.of("-keystore", keys.toString(), "-storetype", "PKCS12", "-storepass", "password"));
    java.lang.Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static CertificateVerdicts verdicts(
      String name, List<X509Certificate> roots, X509Certificate... chain)
      throws GeneralSecurityException {
    return verdicts(NOW, name, roots, chain);
  }

  private static CertificateVerdicts verdicts(
      Date now, String name, List<X509Certificate> roots, X509Certificate... chain)
      throws GeneralSecurityException {
    List<byte[]> der = new ArrayList<>();
    for (X509Certificate c : chain) {
      der.add(c.getEncoded());
    }
    return CertificateVerdicts.of(
        der, name, roots.stream().map(r -> new TrustAnchor(r, null)).toList(), now);
  }

  @Test
  void aGoodChainHasNothingAgainstIt() throws GeneralSecurityException {
    for (String name :
        List.of("www.example.test", "WWW.example.test", "a.wild.test", "127.0.0.1")) {
      CertificateVerdicts v = verdicts(name, List.of(root), leaf, root);
      assertThat(v.trusted()).isEmpty();
      assertThat(v.expired()).isEmpty();
      assertThat(v.wrongName()).as(name).isEmpty();
      assertThat(v.order()).isEmpty();
    }
  }

  @Test
  void aWildcardStandsForOneLabel() throws GeneralSecurityException {
    assertThat(verdicts("a.b.wild.test", List.of(root), leaf).wrongName())
        .hasValue("is for www.example.test, *.wild.test, 127.0.0.1 and not for a.b.wild.test");
    assertThat(verdicts("wild.test", List.of(root), leaf).wrongName()).isPresent();
  }

  @Test
  void eachVerdictIsApartFromTheOthers() throws GeneralSecurityException {
    Date later = Date.from(Instant.now().plusSeconds(25L * 24 * 3600));
    CertificateVerdicts expired = verdicts(later, "www.example.test", List.of(root), leaf, root);
    assertThat(expired.expired()).get().asString().startsWith("CN=leaf expired on ");
    assertThat(expired.trusted()).isEmpty();
    CertificateVerdicts unknown = verdicts("www.example.test", List.of(leaf), root);
    assertThat(unknown.trusted()).hasValue("self-signed");
    assertThat(verdicts("www.example.test", List.of(), leaf).trusted())
        .hasValue("no trusted root ends the chain");
    CertificateVerdicts turned = verdicts("www.example.test", List.of(root), leaf, leaf, root);
    assertThat(turned.order()).hasValue("certificate 1 is not signed by the one after it");
    assertThat(turned.trusted()).isEmpty();
  }

  @Test
  void aRootMayBeReadFromAFile(@TempDir Path folder) throws IOException, GeneralSecurityException {
    Path file = Files.write(folder.resolve("root.der"), root.getEncoded());
    assertThat(Roots.of(file)).singleElement().matches(a -> root.equals(a.getTrustedCert()));
    assertThat(Roots.ofJdk()).isNotEmpty();
  }
}
