package se.samsyn.aggregator.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.TestAgency;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.access.Role;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.dashboard.Rounds;
import se.samsyn.aggregator.joint.JointTables;
import se.samsyn.aggregator.killed.Child;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.release.Release;
import se.samsyn.aggregator.release.ReleaseStatus;
import se.samsyn.aggregator.release.check.Releasing;
import se.samsyn.aggregator.sealed.SealedProgress.Waiting;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.SealedOutcome;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.SealedStep;

/** What the coordinator sees of an attempt, step by step, and the release of what was opened. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealedProgressTest {
  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.empty();

  private static final byte[] MESSAGE = "ciphertext".getBytes(StandardCharsets.US_ASCII);

  private SealedTrial trial;
  private TestAgency a;
  private TestAgency b;
  private TestAgency c;
  private TestAgency fourth;

  @BeforeAll
  void start() throws Exception {
    trial = SealedTrial.at(aggregator);
    a = trial.agencies.get(0);
    b = trial.agencies.get(1);
    c = trial.agencies.get(2);
    fourth = trial.agencies.get(3);
  }

  @Test
  void eachStepWaitsForWhomItWaits() throws Exception {
    StoredCollection attempt = trial.collection("HT2020");
    waits(attempt, new Waiting(SealedStep.HALF, ids(a, b, c)), contribution(a, b, c, fourth));
    for (TestAgency role : List.of(a, b, c)) {
      for (TestAgency to : List.of(a, b, c)) {
        if (!to.equals(role)) {
          put(attempt, role, Address.of(SealedStep.HALF, role.id(), to.id(), 0));
        }
      }
    }
    waits(attempt, contribution(a, b, c, fourth));
    contribute(attempt, fourth);
    assertThat(progress(attempt).contributed()).containsExactly(fourth.id());
    waits(attempt, contribution(a, b, c));
    // A part is not a contribution.
    put(attempt, a, Address.toRoles(SealedStep.CONTRIBUTION, a.id()));
    put(attempt, a, Address.of(SealedStep.SEED, a.id(), a.id(), 0));
    waits(attempt, contribution(a, b, c));
    for (TestAgency agency : List.of(a, b, c)) {
      contribute(attempt, agency);
    }
    assertThat(progress(attempt).missing()).isEmpty();
    waits(attempt, new Waiting(SealedStep.SET, ids(a)));
    put(attempt, a, Address.toRoles(SealedStep.SET, a.id()));
    waits(attempt, new Waiting(SealedStep.SET, ids(b)));
    put(attempt, b, Address.toRoles(SealedStep.SET, b.id()));
    waits(attempt, new Waiting(SealedStep.RANGE, ids(a, b)));
    put(attempt, a, Address.of(SealedStep.RANGE, a.id(), c.id(), 0));
    waits(attempt, new Waiting(SealedStep.RANGE, ids(b)));
    put(attempt, b, Address.of(SealedStep.RANGE, b.id(), c.id(), 0));
    waits(attempt, new Waiting(SealedStep.VERDICT, ids(c)));
    put(attempt, c, Address.toRoles(SealedStep.VERDICT, c.id()));
    put(attempt, b, Address.of(SealedStep.TEST, b.id(), c.id(), 0));
    waits(attempt, new Waiting(SealedStep.TEST, ids(a)));
    put(attempt, a, Address.of(SealedStep.TEST, a.id(), c.id(), 0));
    levels(attempt);
    put(attempt, b, Address.toRoles(SealedStep.SETTLED, b.id()));
    put(attempt, a, Address.toRoles(SealedStep.WORD, a.id()));
    waits(attempt, new Waiting(SealedStep.WORD, ids(b, c)));
    put(attempt, b, Address.toRoles(SealedStep.WORD, b.id()));
    put(attempt, c, Address.toRoles(SealedStep.WORD, c.id()));
    put(attempt, a, LastSteps.shares(a));
    waits(attempt, new Waiting(SealedStep.SHARES, ids(b)));
    assertThat(listed()).contains("sealed-ht2020@1: väntar på varden: sina delar av summorna");
    put(attempt, b, LastSteps.shares(b));
    // None of it was a true message.
    assertThat(progress(attempt).attempt().state()).isEqualTo(SealedOutcome.State.VOID);
    waits(attempt);
    assertThat(listed()).contains("förseglad, ogiltig", "not-authentic");
  }

  private void levels(StoredCollection attempt) throws Exception {
    waits(attempt, new Waiting(SealedStep.TAGS, ids(a, c)));
    put(attempt, a, Address.of(SealedStep.TAGS, a.id(), b.id(), 0));
    waits(attempt, new Waiting(SealedStep.TAGS, ids(c)));
    put(attempt, c, Address.of(SealedStep.TAGS, c.id(), b.id(), 0));
    waits(attempt, new Waiting(SealedStep.BITS, ids(b)));
    put(attempt, b, Address.of(SealedStep.BITS, b.id(), a.id(), 0));
    put(attempt, b, Address.of(SealedStep.BITS, b.id(), c.id(), 0));
    waits(attempt, new Waiting(SealedStep.SHOWN, ids(c)));
    put(attempt, c, Address.of(SealedStep.SHOWN, c.id(), b.id(), 0));
    waits(attempt, new Waiting(SealedStep.SETTLED, ids(b)));
    put(attempt, a, Address.of(SealedStep.TAGS, a.id(), b.id(), 2));
    waits(attempt, new Waiting(SealedStep.TAGS, ids(c)));
  }

  @Test
  void whatWasOpenedIsReleasedByItsOwnProtocol() throws Exception {
    StoredCollection opened = trial.collection("HT2019");
    refused("collection-not-closed", opened);
    LastSteps last = LastSteps.of(opened, LastSteps.many(opened));
    last.send(trial, opened, last.sharesOfB(b, 0));
    assertThat(progress(opened).contributed()).hasSize(4);
    assertThat(listed()).contains("sealed-ht2019@1  HT2019  förseglad, summorna öppnade");

    Release made = ((Releasing.Outcome.Made) release(opened)).release();
    assertThat(made.report().sealed()).isTrue();
    assertThat(made.report().minimumFrequency()).isEqualTo(5);
    assertThat(made.report().figures())
        .isEqualTo(last.walk.open(0).cardinality() + last.walk.open(1).cardinality());
    assertThat(
            aggregator
                .bean(JointTables.class)
                .find(opened.manifest().collection(), opened.manifest().definitions().get(0).ref()))
        .isPresent();
    for (String page : List.of("/", "/collections", "/collections/sealed-ht2019")) {
      assertThat(aggregator.visitor(Role.STEERING).get(page).statusCode()).as(page).isEqualTo(200);
    }
    aggregator
        .bean(Releasing.class)
        .withdraw(opened.manifest().collection(), "by mistake", "coordinator");
    assertThat(((Releasing.Outcome.Made) release(opened)).release().version()).isEqualTo(2);
  }

  @Test
  void whatEndedUnopenedIsNotReleased() throws Exception {
    StoredCollection ended = trial.collection("VT2019");
    assertThat(aggregator.bean(Rounds.class).open("sealed-vt2019")).isPresent();
    aggregator
        .bean(AttemptEnd.class)
        .byCoordinator(ended.manifest().collection(), "nobody answers", "coordinator");
    assertThat(aggregator.bean(Rounds.class).open("sealed-vt2019")).isEmpty();
    refused("nothing-opened", ended);
    assertThat(listed()).contains("avslutad utan att något öppnades", "nobody answers");
  }

  private Releasing.Outcome release(StoredCollection collection) throws Exception {
    return aggregator
        .bean(Releasing.class)
        .make(
            collection.manifest().collection(),
            ReleaseStatus.FINAL,
            "again",
            Optional.empty(),
            "coordinator");
  }

  private void refused(String word, StoredCollection collection) throws Exception {
    try {
      release(collection);
      throw new AssertionError("released");
    } catch (ActionRefused e) {
      assertThat(e).hasMessage(word);
    }
  }

  /** What {@code collection list} prints, in a process beside the server. */
  private static String listed() throws Exception {
    try (Child list =
        Child.start(
            aggregator.folder(),
            null,
            "collection",
            "list",
            "--lang",
            "sv",
            "--data",
            aggregator.folder().toString())) {
      assertThat(list.status()).as(list.printed()).isZero();
      return list.printed();
    }
  }

  private void contribute(StoredCollection attempt, TestAgency agency) throws Exception {
    put(attempt, agency, Address.toRoles(SealedStep.CONTRIBUTION, agency.id()));
    put(attempt, agency, Address.of(SealedStep.SEED, agency.id(), a.id(), 0));
    put(attempt, agency, Address.of(SealedStep.KEY, agency.id(), b.id(), 0));
    put(attempt, agency, Address.of(SealedStep.COLUMNS, agency.id(), b.id(), 0));
  }

  private void put(StoredCollection attempt, TestAgency from, Address address) throws Exception {
    assertThat(trial.put(from, attempt, address, MESSAGE).statusCode())
        .as(address.path())
        .isEqualTo(200);
  }

  private static Waiting contribution(TestAgency... agencies) {
    return new Waiting(SealedStep.CONTRIBUTION, ids(agencies));
  }

  private void waits(StoredCollection attempt, Waiting... expected) {
    assertThat(progress(attempt).waiting())
        .extracting(Waiting::step)
        .containsExactlyElementsOf(Stream.of(expected).map(Waiting::step).toList());
    for (int i = 0; i < expected.length; i++) {
      assertThat(progress(attempt).waiting().get(i).agencies())
          .containsExactlyInAnyOrderElementsOf(expected[i].agencies());
    }
  }

  private SealedProgress.Progress progress(StoredCollection attempt) {
    return aggregator.bean(SealedProgress.class).of(attempt).orElseThrow();
  }

  private static List<AgencyId> ids(TestAgency... agencies) {
    return Stream.of(agencies).map(TestAgency::id).toList();
  }
}
