package se.samsyn.agent.enrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.SecureRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.envelope.VerificationKey;
import se.samsyn.schemas.message.AgencyId;

/** Nothing leaves without TLS, except to this very machine. */
class TrustTest {
  private static final VerificationKey COORDINATOR =
      SigningKey.generate(new SecureRandom()).verificationKey();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://samsyn.example",
        "http://10.0.0.1:8420",
        "http://localhost.samsyn.example",
        "http://127.0.0.1@samsyn.example/",
        "http://127.0.0.1.samsyn.example",
        "http:opaque",
        "ftp://127.0.0.1",
        "file:///127.0.0.1"
      })
  void plainHttpOutsideThisMachineIsRefused(String url) {
    assertThatThrownBy(() -> trust(url)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://samsyn.example",
        "http://127.0.0.1:8420",
        "http://localhost:8420",
        "http://[::1]:8420"
      })
  void httpsAndLoopbackAreFine(String url) {
    assertThat(trust(url).url()).hasToString(url);
  }

  private static Trust trust(String url) {
    return new Trust(new AgencyId("skolan"), URI.create(url), COORDINATOR);
  }
}
