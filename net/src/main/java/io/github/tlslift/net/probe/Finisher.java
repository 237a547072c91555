package io.github.tlslift.net.probe;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslHandler;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Finishes a handshake of TLS 1.3 with this Java's own TLS, which believes whatever it is shown:
 * the verdicts on it are made elsewhere. Nothing is sent on the connection.
 */
final class Finisher {
  private final CompletableFuture<Optional<Finished>> finished = new CompletableFuture<>();
  private final Keys keys = new Keys();
  private final Optional<String> serverName;

  Finisher(Optional<String> serverName) {
    this.serverName = serverName;
  }

  /** What was seen; empty where the handshake failed. */
  CompletableFuture<Optional<Finished>> finished() {
    return finished;
  }

  /** Takes the connection over. */
  void begin(ChannelHandlerContext ctx) {
    try {
      SslHandler handler = new SslHandler(engine());
      ctx.pipeline().addFirst(handler);
      handler
          .handshakeFuture()
          .addListener(
              f -> {
                finished.complete(f.isSuccess() ? seen(handler.engine()) : Optional.empty());
                ctx.close();
              });
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      finished.complete(Optional.empty());
      ctx.close();
    }
  }

  private SSLEngine engine() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(new KeyManager[] {keys}, new TrustManager[] {new Believing()}, null);
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3"});
    serverName.ifPresent(n -> parameters.setServerNames(List.of(new SNIHostName(n))));
    engine.setSSLParameters(parameters);
    return engine;
  }

  private Optional<Finished> seen(SSLEngine engine) {
    try {
      List<X509Certificate> chain = new ArrayList<>();
      for (Certificate c : engine.getSession().getPeerCertificates()) {
        chain.add((X509Certificate) c);
      }
      return Optional.of(new Finished(chain, keys.asked));
    } catch (SSLException e) {
      return Optional.empty();
    }
  }

  /** Has no key, and notes that one was wanted. */
  private static final class Keys extends X509ExtendedKeyManager {
    private volatile boolean asked;

    @Override
    public @Nullable String chooseEngineClientAlias(
        String[] types, Principal @Nullable [] issuers, SSLEngine engine) {
      asked = true;
      return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
        String[] types, Principal @Nullable [] issuers, Socket socket) {
      asked = true;
      return null;
    }

    @Override
    public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
      return null;
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
      return null;
    }

    @Override
    public @Nullable String chooseServerAlias(
        String type, Principal @Nullable [] issuers, Socket socket) {
      return null;
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
      return null;
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
      return null;
    }
  }

  /** Takes every chain. */
  private static final class Believing extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
