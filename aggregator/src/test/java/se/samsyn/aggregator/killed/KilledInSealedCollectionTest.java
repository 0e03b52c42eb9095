package se.samsyn.aggregator.killed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.aggregator.Keys;
import se.samsyn.aggregator.Step;
import se.samsyn.aggregator.TestAgency;
import se.samsyn.aggregator.cli.Workplace;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.aggregator.sealed.LastSteps;
import se.samsyn.aggregator.sealed.SealedTrial;
import se.samsyn.schemas.envelope.DecryptionKey;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.RoleKey;
import se.samsyn.schemas.message.SealedOutcome;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.SealedStep;
import se.samsyn.schemas.sealed.Unopened;

/**
 * A relay that is killed with SIGKILL at each of its steps: every message is there once, and totals
 * are opened with all that belongs to it or not at all.
 */
class KilledInSealedCollectionTest {
  /** The steps that only sealed collections have. */
  static final Set<Step> STEPS =
      Set.of(
          Step.ROLE_KEY_STORED,
          Step.SEALED_MESSAGE_STORED,
          Step.SEALED_MESSAGE_READ,
          Step.TOTALS_WRITTEN,
          Step.TOTALS_MARKED,
          Step.ATTEMPT_ENDED);

  private static final byte[] MESSAGE = {1, 2, 3};

  @TempDir private Path folder;
  private KilledAggregator aggregator;
  private Workplace workplace;
  private SealedTrial trial;

  @Test
  void nothingIsLostAndNothingIsHalfOpened() throws Exception {
    aggregator = new KilledAggregator(folder);
    Keys.makeMissing(aggregator.data());
    try (Workplace open = Workplace.open(aggregator.data(), Map.of(), Map.of())) {
      workplace = open;
      offerKey();
      StoredCollection collection = aggregator.serving(() -> trial.collection("HT2020"));
      relay(collection);
      openTotals(collection);
      endAttempt(aggregator.serving(() -> trial.collection("VT2020")));
    }
    assertThat(aggregator.killed()).as("steps at which it was killed").isEqualTo(STEPS);
  }

  private void offerKey() throws Exception {
    trial = aggregator.serving(() -> SealedTrial.at(new HereAndThere()));
    TestAgency a = trial.agencies.get(0);
    byte[] offer =
        Codecs.ROLE_KEY.write(
            RoleKey.offered(a.id(), DecryptionKey.generate().encryptionKey(), a.key()));
    aggregator.killServing(Step.ROLE_KEY_STORED, () -> trial.offer(offer));
    assertThat(count("sealed_role_key")).isEqualTo(1);
    assertThat(aggregator.serving(() -> trial.offer(offer)).body()).isEqualTo(offer);
    assertThat(count("sealed_role_key")).isEqualTo(1);
  }

  private void relay(StoredCollection collection) throws Exception {
    TestAgency a = trial.agencies.get(0);
    TestAgency b = trial.agencies.get(1);
    Address half = Address.of(SealedStep.HALF, a.id(), b.id(), 0);
    aggregator.killServing(
        Step.SEALED_MESSAGE_STORED, () -> trial.put(a, collection, half, MESSAGE));
    assertThat(count("sealed_message")).isEqualTo(1);
    assertThat(aggregator.serving(() -> trial.put(a, collection, half, MESSAGE)).statusCode())
        .isEqualTo(200);
    assertThat(count("sealed_message")).isEqualTo(1);
    aggregator.killServing(Step.SEALED_MESSAGE_READ, () -> trial.get(b, collection, half));
    assertThat(aggregator.serving(() -> trial.get(b, collection, half)).body()).isEqualTo(MESSAGE);
  }

  private void openTotals(StoredCollection collection) throws Exception {
    TestAgency a = trial.agencies.get(0);
    TestAgency b = trial.agencies.get(1);
    LastSteps last = LastSteps.of(collection, LastSteps.many(collection));
    Address shares = LastSteps.shares(b);
    Callable<HttpResponse<byte[]>> put =
        () -> trial.put(b, collection, shares, last.sharesOfB(b, 0));
    aggregator.serving(
        () -> {
          last.sendButShares(trial, collection);
          return trial.put(a, collection, LastSteps.shares(a), last.sharesOfA(a));
        });
    long before = count("sealed_message");
    for (Step step : List.of(Step.TOTALS_WRITTEN, Step.TOTALS_MARKED)) {
      aggregator.killServing(step, put);
      assertThat(count("joint_cell")).as("cells after %s", step).isZero();
      assertThat(count("sealed_message")).as("messages after %s", step).isEqualTo(before);
      assertThat(count("sealed_attempt WHERE state = 'running'")).isEqualTo(1);
      assertThat(count("collection WHERE closed IS NULL")).isEqualTo(1);
    }
    aggregator.killServing(Step.SEALED_MESSAGE_STORED, put);
    assertThat(count("sealed_attempt WHERE state = 'opened'")).isEqualTo(1);
    assertThat(count("joint_cell")).isPositive();
    assertThat(count("sealed_contributor")).isEqualTo(4);
    assertThat(count("sealed_message")).isZero();
    assertThat(count("collection WHERE closed IS NULL")).isZero();
    aggregator.serving(
        () -> {
          assertThat(put.call().statusCode()).isEqualTo(410);
          assertThat(Codecs.SEALED_OUTCOME.read(trial.outcome(b, collection).body()).state())
              .isEqualTo(SealedOutcome.State.OPENED);
          return null;
        });
  }

  private void endAttempt(StoredCollection collection) throws Exception {
    TestAgency a = trial.agencies.get(0);
    byte[] word =
        Codecs.SIGNED.write(
            new Unopened(
                    SealedManifest.of(collection.manifest()).hash(), a.id(), "deadline", List.of())
                .signedBy(a.key()));
    Address place = Address.toRoles(SealedStep.UNOPENED, a.id());
    aggregator.killServing(Step.ATTEMPT_ENDED, () -> trial.put(a, collection, place, word));
    assertThat(count("sealed_attempt WHERE state = 'ended'")).isEqualTo(1);
    assertThat(count("sealed_message WHERE step = 'unopened'")).isEqualTo(1);
    assertThat(aggregator.serving(() -> trial.put(a, collection, place, word)).statusCode())
        .isEqualTo(200);
  }

  /** The server in its process, and the services on its database in this one. */
  private final class HereAndThere implements SealedTrial.Place {
    @Override
    public URI address() {
      return aggregator.address();
    }

    @Override
    public <T> T bean(Class<T> type) {
      return workplace.get(type);
    }
  }

  private long count(String from) {
    return workplace
        .get(Transactions.class)
        .read(
            connection -> {
              try (Statement select = connection.createStatement();
                  ResultSet found = select.executeQuery("SELECT count(*) FROM " + from)) {
                found.next();
                return found.getLong(1);
              }
            });
  }
}
