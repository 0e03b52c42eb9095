package se.samsyn.agent.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.agent.config.Network;

/** TLS by an agency's own certificate authority: trusted when configured, and only then. */
class OwnAuthorityTest {
  private static final String PASSWORD = "only-for-this-test";
  @TempDir private static Path folder;
  private static HttpsServer server;
  private static Path right;
  private static Path wrong;

  @BeforeAll
  static void serve() throws Exception {
    right = certificate("right", "ip:127.0.0.1");
    wrong = certificate("wrong", "ip:127.0.0.1");
    server = server("right");
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  @Test
  void aCertificateOfTheConfiguredAuthorityIsTrusted() throws Exception {
    assertThat(post(server, Optional.of(right))).isInstanceOf(Answer.Success.class);
  }

  @Test
  void withoutTheAuthorityItIsNot() throws Exception {
    assertThat(post(server, Optional.empty())).isEqualTo(new Answer.Unreachable(Answer.Cause.TLS));
  }

  @Test
  void byAnotherAuthorityItIsNot() throws Exception {
    assertThat(post(server, Optional.of(wrong)))
        .isEqualTo(new Answer.Unreachable(Answer.Cause.TLS));
  }

  @Test
  void aTrustedCertificateForAnotherHostIsNotAccepted() throws Exception {
    Path elsewhere = certificate("elsewhere", "dns:samsyn.example");
    HttpsServer other = server("elsewhere");
    try {
      assertThat(post(other, Optional.of(elsewhere)))
          .isEqualTo(new Answer.Unreachable(Answer.Cause.TLS));
    } finally {
      other.stop(0);
    }
  }

  @Test
  void aFileWithoutCertificatesIsNamed() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing\n");
    assertThatThrownBy(() -> post(server, Optional.of(empty)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("empty.pem");
  }

  private static Answer post(HttpsServer to, Optional<Path> ca) throws IOException {
    return AggregatorClient.to(
            URI.create("https://127.0.0.1:" + to.getAddress().getPort()),
            Optional.of(new Network(Optional.empty(), ca)),
            Duration.ofSeconds(30),
            Duration.ofMillis(1),
            1000)
        .post("/", new byte[] {1});
  }

  private static HttpsServer server(String name) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    HttpsServer https =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(context));
    https.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
          }
        });
    https.start();
    return https;
  }

  /** A key and a certificate signed by itself, made by the JDK's keytool. @return the PEM file */
  private static Path certificate(String name, String subject) throws Exception {
    String store = folder.resolve(name + ".p12").toString();
    Path pem = folder.resolve(name + ".pem");
    keytool(
        "-genkeypair",
        "-keystore",
        store,
        "-alias",
        name,
        "-keyalg",
        "EC",
        "-dname",
        "CN=" + name,
        "-ext",
        "san=" + subject,
        "-validity",
        "2");
    keytool("-exportcert", "-rfc", "-keystore", store, "-alias", name, "-file", pem.toString());
    return pem;
  }

  private static void keytool(String... arguments) throws Exception {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    line.addAll(List.of(arguments));
    line.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
