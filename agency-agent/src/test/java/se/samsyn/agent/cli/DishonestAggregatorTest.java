package se.samsyn.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.agent.ledger.LedgerEntry.Kind;
import se.samsyn.agent.state.StateLock;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.Receipt;
import se.samsyn.schemas.message.SubmissionId;

/** An aggregator, or somebody in its place, that lies: the agent says so and nothing changes. */
class DishonestAggregatorTest {
  @TempDir private Path folder;
  private AgentFixture agent;

  @BeforeEach
  void start() throws IOException {
    agent = new AgentFixture(folder);
  }

  @AfterEach
  void stop() {
    agent.close();
  }

  @Test
  void anEnrolmentSignedBySomebodyElseIsNotTrusted() {
    agent.aggregator.signer = SigningKey.generate(new SecureRandom());
    assertThat(agent.init()).isEqualTo(1);
    assertThat(agent.state.enrolment()).doesNotExist();
    agent.aggregator.signer = agent.aggregator.coordinator;
    assertThat(agent.init()).isZero();
  }

  @Test
  void anotherAgencysInvitationIsRefused() throws IOException {
    Files.writeString(agent.config, "agency: varden\nstate: state\n");
    assertThat(agent.init()).isEqualTo(1);
    assertThat(agent.state.signingKey()).doesNotExist();
  }

  @Test
  void aSecondCoordinatorIsNotFollowed() throws Exception {
    assertThat(agent.init()).isZero();
    try (TestAggregator other = new TestAggregator()) {
      Files.write(agent.invitation, Codecs.INVITATION.write(other.invitation()));
      assertThat(agent.init()).isEqualTo(1);
      assertThat(other.enrolled).isNull();
    }
  }

  @Test
  void aManifestSignedBySomebodyElseIsNotStored() throws Exception {
    enrolled();
    agent.aggregator.signer = SigningKey.generate(new SecureRandom());
    refusedManifest();
  }

  @Test
  void everyChangedByteOfAManifestIsSeen() throws Exception {
    enrolled();
    SecureRandom random = new SecureRandom();
    for (int i = 0; i < 40; i++) {
      agent.aggregator.answers =
          bytes -> {
            byte[] changed = bytes.clone();
            int at = random.nextInt(changed.length);
            changed[at] = (byte) (changed[at] ^ 1);
            return changed;
          };
      refusedManifest();
    }
  }

  @Test
  void aManifestForAnotherKeyIsNotStored() throws Exception {
    enrolled();
    agent.aggregator.open(
        1,
        SigningKey.generate(new SecureRandom()).verificationKey(),
        TestAggregator.definition("tsi-assessed", 1, ""));
    refusedManifest();
  }

  @Test
  void anOlderVersionOfACollectionIsARollback() throws Exception {
    enrolled();
    agent.aggregator.open(
        2, agent.key().verificationKey(), TestAggregator.definition("tsi-assessed", 1, ""));
    assertThat(agent.collections()).isZero();
    agent.aggregator.open(
        1, agent.key().verificationKey(), TestAggregator.definition("tsi-assessed", 1, ""));
    assertThat(agent.collections()).isEqualTo(1);
    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void aDefinitionKeepsItsMeaning() throws Exception {
    enrolled();
    agent.aggregator.open(
        1, agent.key().verificationKey(), TestAggregator.definition("tsi-assessed", 1, ""));
    assertThat(agent.collections()).isZero();
    agent.aggregator.open(
        2,
        agent.key().verificationKey(),
        TestAggregator.definition("tsi-assessed", 1, "where: [{is: present, column: start_date}]"));
    assertThat(agent.collections()).isEqualTo(1);
    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void aForgedReceiptLeavesTheDeliveryOpen() throws Exception {
    Definition definition = agent.enrolledWithOneCollection();
    Sha256 hash = agent.draft(TestAggregator.table(definition, 12));
    agent.aggregator.signer = SigningKey.generate(new SecureRandom());
    assertThat(agent.send(hash)).isEqualTo(1);
    assertThat(agent.ledger().deliveries().get(0).kind()).isEqualTo(Kind.SENDING);
    agent.aggregator.signer = agent.aggregator.coordinator;
    assertThat(agent.send(hash)).isZero();
    assertThat(agent.aggregator.tables).hasSize(1);
  }

  @Test
  void anotherDeliverysReceiptIsNotTaken() throws Exception {
    Definition definition = agent.enrolledWithOneCollection();
    Sha256 hash = agent.draft(TestAggregator.table(definition, 12));
    agent.aggregator.answers =
        bytes -> {
          try {
            Receipt r = Codecs.RECEIPT.read(Codecs.SIGNED.read(bytes).payload());
            Receipt other =
                new Receipt(
                    SubmissionId.fresh(new SecureRandom()),
                    r.agency(),
                    r.collection(),
                    r.manifest(),
                    r.definition(),
                    r.period(),
                    r.envelope(),
                    r.received());
            return Codecs.SIGNED.write(
                Signed.by(
                    agent.aggregator.coordinator, Label.RECEIPT, Codecs.RECEIPT.write(other)));
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        };
    assertThat(agent.send(hash)).isEqualTo(1);
    assertThat(agent.state.receipts().toFile().list()).isEmpty();
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    enrolled();
    agent.aggregator.statusOnly = 302;
    assertThat(agent.collections()).isEqualTo(1);
  }

  @Test
  void aDifferentSecondTableIsRefusedUntilACorrectionIsAskedFor() throws Exception {
    Definition definition = agent.enrolledWithOneCollection();
    Sha256 first = agent.draft(TestAggregator.table(definition, 12));
    assertThat(agent.send(first)).isZero();
    Sha256 second = agent.draft(TestAggregator.table(definition, 17));
    assertThat(agent.send(second)).isEqualTo(1);
    assertThat(agent.aggregator.tables).hasSize(1);
    agent.aggregator.open(
        2, agent.key().verificationKey(), TestAggregator.definition("tsi-assessed", 1, ""));
    assertThat(agent.collections()).isZero();
    // It was previewed before, or by somebody who knew nothing of, the first sending.
    assertThat(agent.send(second)).isEqualTo(1);
    assertThat(agent.send(agent.draft(TestAggregator.table(definition, 13), first))).isEqualTo(1);
    assertThat(agent.aggregator.tables).hasSize(1);
    agent.draft(TestAggregator.table(definition, 17), first);
    assertThat(agent.send(second)).isZero();
    assertThat(agent.aggregator.tables).hasSize(2);
  }

  @Test
  void noCorrectionIsSentWhenWhatItCorrectsIsGone() throws Exception {
    Definition definition = agent.enrolledWithOneCollection();
    Sha256 first = agent.draft(TestAggregator.table(definition, 12));
    assertThat(agent.send(first)).isZero();
    Files.delete(agent.state.drafts().resolve(first + ".json"));
    agent.aggregator.open(
        2, agent.key().verificationKey(), TestAggregator.definition("tsi-assessed", 1, ""));
    assertThat(agent.collections()).isZero();
    assertThat(agent.send(agent.draft(TestAggregator.table(definition, 17), first))).isEqualTo(1);
    assertThat(agent.aggregator.tables).hasSize(1);
  }

  @Test
  void theSameRecordsInAnotherGroupingAreNotSent() throws Exception {
    Definition definition = agent.enrolledWithOneCollection();
    assertThat(agent.send(agent.draft(TestAggregator.table(definition, 12)))).isZero();
    agent.aggregator.open(
        2, agent.key().verificationKey(), TestAggregator.definition("tsi-other", 1, ""));
    assertThat(agent.collections()).isZero();
    Definition other = agent.aggregator.manifests.get(0).definitions().get(0);
    assertThat(agent.send(agent.draft(TestAggregator.table(other, 12)))).isEqualTo(1);
    assertThat(agent.aggregator.tables).hasSize(1);
  }

  @Test
  void aDraftThatWasChangedAfterThePreviewIsNotSent() throws Exception {
    Definition definition = agent.enrolledWithOneCollection();
    Sha256 hash = agent.draft(TestAggregator.table(definition, 12));
    Path file = agent.state.drafts().resolve(hash + ".json");
    Files.writeString(file, Files.readString(file).replace("12", "13"));
    assertThat(agent.send(hash)).isEqualTo(1);
    assertThat(agent.aggregator.received).isEmpty();
  }

  @Test
  void withoutANetworkTheDeliveryWaitsAndComesOnce() throws Exception {
    Definition definition = agent.enrolledWithOneCollection();
    Sha256 hash = agent.draft(TestAggregator.table(definition, 12));
    agent.aggregator.statusOnly = 503;
    assertThat(agent.send(hash)).isEqualTo(1);
    assertThat(agent.outboxIsEmpty()).isFalse();
    agent.aggregator.statusOnly = 0;
    assertThat(agent.run("send", "--config", agent.config.toString(), "--resume")).isZero();
    assertThat(agent.aggregator.tables).hasSize(1);
    assertThat(agent.outboxIsEmpty()).isTrue();
  }

  @Test
  void whatWasSentBeforeIsNotForgottenWithItsManifest() throws Exception {
    Definition definition = agent.enrolledWithOneCollection();
    assertThat(agent.send(agent.draft(TestAggregator.table(definition, 12)))).isZero();
    try (Stream<Path> files = Files.list(agent.state.manifests())) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    agent.aggregator.open(
        2, agent.key().verificationKey(), TestAggregator.definition("tsi-other", 1, ""));
    assertThat(agent.collections()).isZero();
    Definition other = agent.aggregator.manifests.get(0).definitions().get(0);
    assertThat(agent.send(agent.draft(TestAggregator.table(other, 12)))).isEqualTo(1);
    assertThat(agent.aggregator.tables).hasSize(1);
  }

  @Test
  void aSecondProcessOnTheSameStateFolderWaitsItsTurn() throws Exception {
    Definition definition = agent.enrolledWithOneCollection();
    Sha256 hash = agent.draft(TestAggregator.table(definition, 12));
    try (StateLock lock = StateLock.take(agent.state)) {
      assertThat(agent.send(hash)).isEqualTo(1);
    }
    assertThat(agent.aggregator.received).isEmpty();
    assertThat(agent.send(hash)).isZero();
  }

  private void enrolled() throws Exception {
    assertThat(agent.init()).isZero();
    agent.aggregator.open(
        1, agent.key().verificationKey(), TestAggregator.definition("tsi-assessed", 1, ""));
  }

  private void refusedManifest() throws IOException {
    assertThat(agent.collections()).isEqualTo(1);
    assertThat(stored()).isZero();
  }

  private long stored() throws IOException {
    try (Stream<Path> files = Files.list(agent.state.manifests())) {
      return files.count();
    }
  }
}
