package se.samsyn.agent.sealed.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.agent.Steps;
import se.samsyn.agent.sealed.Table;
import se.samsyn.agent.sealed.state.Attempt;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.SealedOutcome;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.ContributorSet;
import se.samsyn.schemas.sealed.SealedStep;
import se.samsyn.schemas.sealed.Unopened;

/**
 * An aggregator that changes, hides or swaps messages, or lies about the time: the roles end the
 * attempt, and nothing is opened.
 */
class HostileRelayTest {
  private static final long SEED = 20261130;

  /** What the aggregator itself is to read; it fools nobody but itself by changing it. */
  private static final Set<SealedStep> ITS_OWN =
      EnumSet.of(SealedStep.SHARES, SealedStep.SETTLED, SealedStep.UNOPENED);

  @TempDir private Path folder;
  private int stages;

  private Stage stage(int n) throws Exception {
    return new Stage(folder.resolve("stage-" + stages++), n, 1, SEED);
  }

  /** A stage of four, of whom the last does not contribute. */
  private Stage withoutTheLast() throws Exception {
    Stage stage = stage(4);
    for (int place = 0; place < 3; place++) {
      stage.contribute(agency(stage, place));
    }
    return stage;
  }

  /** By the clocks of all roles the deadline is over. */
  private static void late(Stage stage) {
    stage.folders.keySet().forEach(role -> stage.clocks.put(role, Stage.AFTER_DEADLINE));
  }

  private static AgencyId agency(Stage stage, int place) {
    return stage.constellation.agencies.get(place);
  }

  private static void requireUnopened(Map<AgencyId, RoleRun.End> ends, Stage stage, String what) {
    assertThat(stage.relay.opened).as(what).isNull();
    // Who has given its shares already can only say so: a share alone is noise.
    assertThat(ends.values()).as(what).anyMatch(RoleRun.End.Unopened.class::isInstance);
  }

  @Test
  void aBitChangedInAnyMessageEndsTheAttempt() throws Exception {
    Stage honest = stage(3);
    honest.contributeAll();
    honest.play();
    LostPartiesTest.requireRightTable(honest, "nothing changed");
    for (Address address : honest.relay.sent()) {
      if (ITS_OWN.contains(address.step())) {
        continue;
      }
      Stage stage = stage(3);
      AtomicInteger changed = new AtomicInteger();
      stage.relay.shown =
          (at, message) -> {
            if (at.equals(address)) {
              message[message.length / 2] ^= 1;
              changed.incrementAndGet();
            }
            return message;
          };
      stage.contributeAll();

      Map<AgencyId, RoleRun.End> ends = stage.play();

      assertThat(changed.get()).as("it was read: %s", address).isPositive();
      requireUnopened(ends, stage, address.path());
    }
  }

  @Test
  void anotherMessageAfterARestartIsFoundOut() throws Exception {
    Stage stage = stage(3);
    AgencyId c = agency(stage, 2);
    AgencyId a = agency(stage, 0);
    Address set = Address.toRoles(SealedStep.SET, a);
    stage.contributeAll();
    // C is killed long after it has read A's set; then it is shown a well-formed other one.
    stage.killAt.put(c, 14);
    byte[] other =
        Codecs.SIGNED.write(
            Signed.by(
                stage.constellation.signing.get(a),
                Label.SEALED_SET,
                new ContributorSet(stage.manifest.hash(), new TreeMap<>()).bytes()));
    AtomicInteger looks = new AtomicInteger();
    stage.relay.shown =
        (at, message) -> at.equals(set) && looks.incrementAndGet() > 2 ? other : message;

    Map<AgencyId, RoleRun.End> ends = stage.play();

    assertThat(ends.get(c)).isEqualTo(new RoleRun.End.Unopened("another-message"));
    requireUnopened(ends, stage, "two sets");
  }

  @Test
  void agenciesAreNotLeftOutBeforeTheirTimeIsOver() throws Exception {
    Stage stage = withoutTheLast();
    // A believes that it is late, or says so; the others know better.
    stage.clocks.put(agency(stage, 0), Stage.AFTER_DEADLINE);

    Map<AgencyId, RoleRun.End> ends = stage.play();

    assertThat(ends.values()).contains(new RoleRun.End.Unopened("left-out-early"));
    requireUnopened(ends, stage, "left out early");
  }

  @Test
  void whoIsLateIsLeftOutAndTheRestIsRight() throws Exception {
    Stage stage = withoutTheLast();
    late(stage);
    AgencyId late = agency(stage, 3);

    stage.play();

    Table left = stage.tables.remove(late);
    assertThat(left.counts[0]).isPositive();
    LostPartiesTest.requireRightTable(stage, "three of four");
  }

  @Test
  void twoContributorsAreTooFew() throws Exception {
    Stage stage = stage(3);
    late(stage);
    stage.contribute(agency(stage, 0));
    stage.contribute(agency(stage, 1));

    Map<AgencyId, RoleRun.End> ends = stage.play();

    assertThat(ends.get(agency(stage, 0)))
        .isEqualTo(new RoleRun.End.Unopened("too-few-contributors"));
    requireUnopened(ends, stage, "two");
  }

  @Test
  void anotherAttemptAfterTestsAddsTheSameAgencies() throws Exception {
    Stage stage = withoutTheLast();
    late(stage);
    stage.before = Optional.of(Set.copyOf(stage.constellation.agencies));

    Map<AgencyId, RoleRun.End> ends = stage.play();

    assertThat(ends.values()).contains(new RoleRun.End.Unopened("other-agencies"));
    requireUnopened(ends, stage, "one of four is not there");
  }

  @Test
  void whatWasTestedIsInTheWordThatNothingWasOpened() throws Exception {
    Stage stage = stage(3);
    AgencyId b = agency(stage, 1);
    // Nobody comes past the tests: C's tags are hidden until the coordinator gives up.
    stage.relay.shown =
        (at, message) -> {
          if (at.step() == SealedStep.TAGS) {
            stage.relay.state = SealedOutcome.State.ENDED;
            message[0] ^= 1;
          }
          return message;
        };
    stage.contributeAll();

    requireUnopened(stage.play(), stage, "ended in the tests");

    Unopened word =
        Unopened.open(
            Codecs.SIGNED.read(stage.relay.at(Address.toRoles(SealedStep.UNOPENED, b))),
            stage.constellation.signing.get(b).verificationKey());
    assertThat(new TreeSet<>(word.contributors()))
        .isEqualTo(new TreeSet<>(stage.constellation.agencies));
  }

  @Test
  void aShareThatComesAfterTheEndOpensNothing() throws Exception {
    Stage stage = stage(3);
    AgencyId a = agency(stage, 0);
    stage.relay.shown =
        (at, message) -> {
          // B's word is the last thing that A waits for before it gives its shares.
          if (at.step() == SealedStep.WORD && at.from().equals(agency(stage, 1))) {
            stage.relay.state = SealedOutcome.State.ENDED;
          }
          return message;
        };
    stage.contributeAll();

    Map<AgencyId, RoleRun.End> ends = stage.play();

    assertThat(stage.relay.opened).isNull();
    // Whoever was about to give shares can no longer say that nothing was opened.
    assertThat(ends.get(a)).isInstanceOfAny(RoleRun.End.Given.class, RoleRun.End.Unopened.class);
  }

  @Test
  void aRoleKeyIsUsedForOneManifestOnly() throws Exception {
    Stage first = stage(3);
    AgencyId role = agency(first, 0);
    first.contributeAll();
    first.play();

    var other =
        first.constellation.manifest(
            first.manifest.counting(),
            7,
            first.manifest.attempt(),
            first.manifest.units(),
            first.manifest.attributes(),
            1,
            true);

    assertThat(
            Attempt.open(
                first.folders.get(role),
                other,
                role,
                first.constellation.signing.get(role),
                first.constellation.secrets,
                Steps.UNOBSERVED))
        .isEmpty();
  }

  @Test
  void secretsAreGoneWhenItIsOver() throws Exception {
    Stage stage = stage(3);
    stage.contributeAll();
    stage.play();
    for (AgencyId role : List.copyOf(stage.folders.keySet())) {
      Path attempt = stage.folders.get(role).attempt(stage.manifest.hash());
      assertThat(attempt).isDirectory();
      assertThat(attempt.resolve("secrets")).doesNotExist();
      assertThat(attempt.resolve("columns"))
          .satisfiesAnyOf(c -> assertThat(c).doesNotExist(), c -> assertThat(c).isEmptyDirectory());
      assertThat(stage.play(role)).isEqualTo(new RoleRun.End.Over());
    }
  }
}
