package se.samsyn.schemas.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AgentRequest;
import se.samsyn.schemas.message.SubmissionEnvelope;
import se.samsyn.schemas.message.SubmissionId;

/** An attacker who may change, swap and replay anything on the way gets nothing but a refusal. */
class EnvelopeAttackTest {
  private static final byte[] PLAINTEXT = "a table".getBytes(StandardCharsets.UTF_8);

  private final SecureRandom random = new SecureRandom();
  private final SigningKey agency = SigningKey.generate(random);
  private final DecryptionKey aggregator = DecryptionKey.generate();
  private final Sha256 manifest = Sha256.of(new byte[] {1});
  private final SubmissionEnvelope good =
      SubmissionEnvelope.of(
          manifest,
          new AgencyId("skolan"),
          SubmissionId.fresh(random),
          PLAINTEXT,
          aggregator.encryptionKey(),
          agency);

  @Test
  void theHonestEnvelopeOpens() throws Exception {
    assertThat(good.open(agency.verificationKey(), aggregator)).isEqualTo(PLAINTEXT);
  }

  @Test
  void everyChangedByteIsRefused() {
    for (int i = 0; i < good.ciphertext().length; i++) {
      refused(with(flip(good.ciphertext(), i), good.signature()));
    }
    for (int i = 0; i < good.signature().length; i++) {
      refused(with(good.ciphertext(), flip(good.signature(), i)));
    }
    refused(with(Arrays.copyOf(good.ciphertext(), 10), good.signature()));
    refused(with(good.ciphertext(), new byte[0]));
  }

  @Test
  void anEnvelopeIsBoundToManifestAgencyAndId() {
    refused(
        new SubmissionEnvelope(
            Sha256.of(new byte[] {2}),
            good.agency(),
            good.id(),
            good.ciphertext(),
            good.signature()));
    refused(
        new SubmissionEnvelope(
            manifest, new AgencyId("varden"), good.id(), good.ciphertext(), good.signature()));
    refused(
        new SubmissionEnvelope(
            manifest,
            good.agency(),
            SubmissionId.fresh(random),
            good.ciphertext(),
            good.signature()));
  }

  @Test
  void aThiefWhoSignsAnewStillCannotMoveTheCiphertext() {
    // An enrolled agency takes another's ciphertext and signs it as its own: HPKE's info holds the
    // first sender's name.
    SigningKey thief = SigningKey.generate(random);
    AgencyId name = new AgencyId("tjuven");
    byte[] signature =
        thief.sign(
            Label.SUBMISSION,
            manifest.bytes(),
            name.value().getBytes(StandardCharsets.US_ASCII),
            good.id().value().getBytes(StandardCharsets.US_ASCII),
            good.ciphertext());
    SubmissionEnvelope stolen =
        new SubmissionEnvelope(manifest, name, good.id(), good.ciphertext(), signature);
    assertThatThrownBy(() -> stolen.open(thief.verificationKey(), aggregator))
        .isInstanceOf(InvalidMessage.class)
        .hasMessageContaining("does not open");
  }

  @Test
  void wrongKeysAreRefused() {
    assertThatThrownBy(() -> good.open(SigningKey.generate(random).verificationKey(), aggregator))
        .isInstanceOf(InvalidMessage.class);
    assertThatThrownBy(() -> good.open(agency.verificationKey(), DecryptionKey.generate()))
        .isInstanceOf(InvalidMessage.class);
  }

  @Test
  void aSignatureUnderOneLabelIsWorthlessUnderAnother() {
    byte[] payload = {1, 2, 3};
    Signed signed = Signed.by(agency, Label.RECEIPT, payload);
    for (Label other : Label.values()) {
      if (other != Label.RECEIPT) {
        assertThatThrownBy(() -> signed.open(agency.verificationKey(), other))
            .isInstanceOf(InvalidMessage.class);
      }
    }
  }

  @Test
  void partsCannotBeShiftedIntoOneAnother() {
    assertThat(Framing.frame(Label.RECEIPT, new byte[] {1, 2}, new byte[] {3}))
        .isNotEqualTo(Framing.frame(Label.RECEIPT, new byte[] {1}, new byte[] {2, 3}))
        .isNotEqualTo(Framing.frame(Label.RECEIPT, new byte[] {1, 2, 3}));
  }

  @Test
  void encryptionOfTheSameTableIsDifferentEachTime() {
    assertThat(aggregator.encryptionKey().encrypt(Label.SUBMISSION, PLAINTEXT))
        .isNotEqualTo(aggregator.encryptionKey().encrypt(Label.SUBMISSION, PLAINTEXT));
  }

  @Test
  void anAgentsRequestIsGoodForItsOwnPathMethodAndTimeOnly() throws Exception {
    var at = java.time.Instant.parse("2026-01-10T08:00:00Z");
    AgencyId name = new AgencyId("skolan");
    AgentRequest request =
        AgentRequest.parse(
            AgentRequest.sign(agency, name, at, "GET", "/api/v1/agent/manifests").header());
    request.verify(agency.verificationKey(), "GET", "/api/v1/agent/manifests");
    assertThat(request.isFresh(at.plusSeconds(299))).isTrue();
    assertThat(request.isFresh(at.plusSeconds(301))).isFalse();
    assertThat(request.isFresh(at.minusSeconds(301))).isFalse();
    assertThatThrownBy(
            () -> request.verify(agency.verificationKey(), "POST", "/api/v1/agent/manifests"))
        .isInstanceOf(InvalidMessage.class);
    assertThatThrownBy(() -> request.verify(agency.verificationKey(), "GET", "/api/v1/agent/other"))
        .isInstanceOf(InvalidMessage.class);
    assertThatThrownBy(() -> AgentRequest.parse("Bearer x")).isInstanceOf(InvalidMessage.class);
  }

  @Test
  void secretsNeverPrintThemselves() {
    assertThat(agency.toString()).isEqualTo("SigningKey(secret)");
    assertThat(aggregator.toString()).isEqualTo("DecryptionKey(secret)");
  }

  @Test
  void keysSurviveTheirStore() throws Exception {
    SigningKey again = SigningKey.ofSecret(agency.exposeSecret());
    assertThat(again.verificationKey()).isEqualTo(agency.verificationKey());
    DecryptionKey opened =
        DecryptionKey.ofSecret(aggregator.exposeSecret(), aggregator.encryptionKey());
    assertThat(good.open(again.verificationKey(), opened)).isEqualTo(PLAINTEXT);
  }

  private void refused(SubmissionEnvelope forged) {
    assertThatThrownBy(() -> forged.open(agency.verificationKey(), aggregator))
        .isInstanceOf(InvalidMessage.class);
  }

  private SubmissionEnvelope with(byte[] ciphertext, byte[] signature) {
    return new SubmissionEnvelope(manifest, good.agency(), good.id(), ciphertext, signature);
  }

  private static byte[] flip(byte[] bytes, int index) {
    byte[] copy = bytes.clone();
    copy[index] ^= 1;
    return copy;
  }
}
