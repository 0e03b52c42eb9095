package se.samsyn.agent.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** TLS that trusts an agency's own certificate authority beside the platform's. */
final class OwnAuthority {
  private OwnAuthority() {}

  static SSLContext context(Path pem) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      TrustManagerFactory platform =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      platform.init((KeyStore) null);
      int number = 0;
      for (var manager : platform.getTrustManagers()) {
        if (manager instanceof X509TrustManager x509) {
          for (X509Certificate certificate : x509.getAcceptedIssuers()) {
            store.setCertificateEntry("platform-" + number++, certificate);
          }
        }
      }
      try (InputStream in = Files.newInputStream(pem)) {
        var own = CertificateFactory.getInstance("X.509").generateCertificates(in);
        if (own.isEmpty()) {
          throw new GeneralSecurityException("no certificate");
        }
        for (Certificate certificate : own) {
          store.setCertificateEntry("own-" + number++, certificate);
        }
      }
      TrustManagerFactory both =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      both.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, both.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException(pem + " does not hold certificates in PEM form", e);
    }
  }
}
