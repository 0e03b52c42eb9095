package se.samsyn.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samsyn.agent.Step;
import se.samsyn.agent.ledger.LedgerEntry;
import se.samsyn.agent.ledger.LedgerEntry.Kind;
import se.samsyn.agent.sealed.state.RoleOffer;
import se.samsyn.agent.sealed.state.SealedFolder;
import se.samsyn.schemas.envelope.EncryptionKey;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.SealedOutcome;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.SealedStep;
import se.samsyn.schemas.sealed.Unopened;

/**
 * The agent's process is killed (SIGKILL) at each step of a sealed collection and started again: it
 * contributes once and the same, its role's key is used once, and its secrets go when it ends. That
 * a role comes to the right table wherever it is killed is {@code LostPartiesTest}'s.
 */
class SealedKilledAtEveryStepTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(from = "ROLE_KEY_MADE")
  void itContributesOnceAndPlaysOneRole(Step step) throws Exception {
    try (SealedScene scene = new SealedScene(folder)) {
      AgentFixture agent = scene.agent;
      assertThat(agent.init()).isZero();
      String[] run = {"sealed", "run", "--once", "--config", agent.config.toString()};
      switch (step) {
        case ROLE_KEY_MADE, ROLE_KEY_OFFERED -> {
          KilledAtEveryStepTest.kill(step, run);
          assertThat(agent.run(run)).isZero();
          EncryptionKey offered = agent.aggregator.offered.key();
          assertThat(agent.run(run)).isZero();
          assertThat(agent.aggregator.offered.key()).isEqualTo(offered);
        }
        case ROLE_CLAIMED, ROLE_NOTED, MESSAGE_SENT, MESSAGE_READ -> {
          Sha256 collection = withRole(scene);
          half(scene, collection);
          KilledAtEveryStepTest.kill(step, run);
          Map<String, Sha256> before = relayed(agent);
          assertThat(agent.run(run)).isZero();
          assertThat(relayed(agent)).as("nothing was sent otherwise").containsAllEntriesOf(before);
          assertThat(relayed(agent)).hasSize(3);
        }
        case ROLE_ENDED, ROLE_ERASED -> {
          withRole(scene);
          assertThat(agent.run(run)).isZero();
          agent.aggregator.outcome = SealedOutcome.State.ENDED;
          KilledAtEveryStepTest.kill(step, run);
          assertThat(agent.run(run)).isZero();
          Signed word =
              Codecs.SIGNED.read(
                  agent.aggregator.relayed.entrySet().stream()
                      .filter(e -> e.getKey().contains("/unopened/"))
                      .findFirst()
                      .orElseThrow()
                      .getValue());
          assertThat(Unopened.open(word, agent.key().verificationKey()).manifest())
              .isEqualTo(scene.sealedHash());
          assertThat(SealedFolder.in(agent.state).attempt(scene.sealedHash()).resolve("secrets"))
              .doesNotExist();
        }
        case TABLE_FROZEN, SECRETS_STORED, SEALING_LOGGED, PART_SENT, SEALED_LOGGED -> {
          Sha256 collection = scene.ask();
          assertThat(agent.run("sealed", "show", "--config", agent.config.toString())).isZero();
          KilledAtEveryStepTest.kill(
              step,
              "sealed",
              "contribute",
              "--config",
              agent.config.toString(),
              "--approve",
              collection.hex());
          // What was frozen goes, whatever the records say by now.
          scene.records(50);
          assertThat(scene.contribute(collection)).isZero();
          assertThat(scene.contribute(collection)).isZero();
          assertThat(agent.ledger().entries())
              .extracting(LedgerEntry::kind)
              .isEqualTo(List.of(Kind.SEALING, Kind.SEALED));
          assertThat(relayed(agent)).hasSize(4);
        }
        default -> throw new AssertionError("a step without a test: " + step);
      }
    }
  }

  /** The next manifest gives this agency the role A, with the key that it has offered. */
  private static Sha256 withRole(SealedScene scene) throws Exception {
    scene.roleOfMine =
        Optional.of(
            new RoleOffer(
                    SealedFolder.in(scene.agent.state),
                    scene.agent.key(),
                    new java.security.SecureRandom())
                .current(SealedScene.ME));
    return scene.ask();
  }

  /** B's half of its secret with this agency lies at the relay. */
  private static void half(SealedScene scene, Sha256 collection) throws Exception {
    AgencyId b = new AgencyId("socialen");
    byte[] encrypted =
        scene
            .roleOfMine
            .orElseThrow()
            .key()
            .encrypt(
                Label.SEALED_PAIR,
                new byte[32],
                scene.sealedHash().bytes(),
                b.value().getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                SealedScene.ME.value().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    scene.agent.aggregator.relayed.put(
        "/api/v1/agent/sealed/"
            + collection
            + "/"
            + Address.of(SealedStep.HALF, b, SealedScene.ME, 0).path(),
        Codecs.SIGNED.write(Signed.by(scene.signing(b), Label.SEALED_PAIR, encrypted)));
  }

  private static Map<String, Sha256> relayed(AgentFixture agent) {
    Map<String, Sha256> hashes = new TreeMap<>();
    agent.aggregator.relayed.forEach((path, bytes) -> hashes.put(path, Sha256.of(bytes)));
    return hashes;
  }
}
