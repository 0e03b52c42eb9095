package se.samsyn.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.agent.Steps;
import se.samsyn.agent.enrol.Trust;
import se.samsyn.agent.http.AggregatorClient;
import se.samsyn.agent.manifest.ManifestStore;
import se.samsyn.agent.manifest.StoredManifest;
import se.samsyn.agent.sealed.role.RolePlayer;
import se.samsyn.agent.sealed.state.SealedFolder;
import se.samsyn.schemas.envelope.DecryptionKey;
import se.samsyn.schemas.message.RoleKey;

/** A role that cannot be played is told once, and taken up again after a rest. */
class RolePlayerTest {
  @TempDir private Path folder;
  private Instant now = Instant.now();

  @Test
  void aRoleWithAKeyThatIsNotOnOfferIsNotTakenAgainAndAgain() throws Exception {
    try (SealedScene scene = new SealedScene(folder)) {
      assertThat(scene.agent.init()).isZero();
      // The coordinator names a key that the agency once signed, but that is not its to use now.
      scene.roleOfMine =
          Optional.of(
              RoleKey.offered(
                  SealedScene.ME, DecryptionKey.generate().encryptionKey(), scene.agent.key()));
      scene.ask();
      assertThat(scene.agent.collections()).isZero();
      Trust trust = Trust.load(scene.agent.state).orElseThrow();
      List<StoredManifest> known = new ManifestStore(scene.agent.state, trust).all();
      try (RolePlayer player =
          new RolePlayer(
              SealedFolder.in(scene.agent.state),
              trust,
              scene.agent.key(),
              AggregatorClient.to(trust.url(), Optional.empty()),
              OptionalInt.empty(),
              clock(),
              Steps.UNOBSERVED)) {
        List<StoredManifest> roles = player.roles(known, known);
        assertThat(roles).hasSize(1);

        assertThat(told(player, roles, known)).containsExactly("sealed.role.other-key");
        assertThat(told(player, roles, known)).as("at rest").isEmpty();
        now = now.plusSeconds(31);
        assertThat(told(player, roles, known)).containsExactly("sealed.role.other-key");
      }
      assertThat(scene.agent.aggregator.relayed).isEmpty();
    }
  }

  /** What it says within a while. */
  private static List<String> told(
      RolePlayer player, List<StoredManifest> roles, List<StoredManifest> known)
      throws InterruptedException {
    List<String> told = new ArrayList<>();
    for (int look = 0; look < 20; look++) {
      player.playOn(roles, known).forEach(r -> told.add(r.reason()));
      Thread.sleep(50);
    }
    return told;
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }
}
