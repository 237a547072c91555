package io.github.tlslift.net.tap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** A self-signed certificate, made by the JDK's keytool, and clients that trust all or none. */
final class Keys {
  private static final String PASSWORD = "changeit";

  private Keys() {}

  static SSLContext server(Path folder) throws IOException, GeneralSecurityException {
    Path store = folder.resolve("keys.p12");
    if (!Files.exists(store)) {
      make(store);
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  private static void make(Path store) throws IOException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String[] command = {
      keytool,
      "-genkeypair",
      "-alias",
      "a",
      "-keyalg",
      "EC",
      "-groupname",
      "secp256r1",
      "-dname",
      "CN=lab.test",
      "-keystore",
      store.toString(),
      "-storetype",
      "PKCS12",
      "-storepass",
      PASSWORD
    };
    try {
      int code = new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
      if (code != 0) {
        throw new IOException("keytool ended with " + code);
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  static SSLContext client(boolean trusting) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trusting ? new TrustManager[] {new All()} : null, null);
    return context;
  }

  /** Trusts everything. */
  private static final class All implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
