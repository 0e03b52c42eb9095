package se.samsyn.aggregator.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.TrialRounds;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.aggregator.release.check.Releasing;

/**
 * A ledger with a long past about other records. Its manifests cannot be read: a check that looks
 * at one of them fails.
 */
class UnrelatedHistoryTest {
  private static final int RELEASES = Integer.getInteger("samsyn.times", 2_000);

  /** Half of them by the same agencies in earlier terms, half by others in the same term. */
  private static final String PAST =
      """
      INSERT INTO collection
        SELECT encode(sha256(convert_to('past-' || i, 'UTF8')), 'hex'), 'past-' || i, 1, 'VT1990',
          'unreadable', 'unreadable', now(), now()
        FROM generate_series(1, %1$d) i;
      INSERT INTO release
        SELECT id, 1, manifest_hash, ARRAY[]::text[], 4, 4, 0, 5, NULL
        FROM collection WHERE id LIKE 'past-%%';
      INSERT INTO published_record_set
        SELECT id, 1, NULL, CASE WHEN i %% 2 = 0 THEN 'skolan' ELSE 'other' END, 'tsi_case',
          CASE WHEN i %% 2 = 0 THEN date '1990-01-01' ELSE date '2013-01-01' END,
          CASE WHEN i %% 2 = 0 THEN date '1990-07-01' ELSE date '2013-07-01' END
        FROM (SELECT id, row_number() OVER () AS i FROM collection WHERE id LIKE 'past-%%') past;
      DO $$
      BEGIN
        FOR i IN 1..%1$d LOOP
          INSERT INTO release_status
            SELECT max(number) + 1, 'past-' || i, 1, 'final', now(), 'coordinator', ''
            FROM release_status;
        END LOOP;
      END
      $$;
      """;

  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.empty();

  @Test
  void aCheckReadsWhatOverlapsAndNothingElse() throws Exception {
    TrialRounds rounds = TrialRounds.at(aggregator);
    StoredCollection first = rounds.closed("VT2013", 30, 12, 10, 8);
    assertThat(released(first)).isInstanceOf(Releasing.Outcome.Made.class);
    StoredCollection second = rounds.closed("VT2013", 31, 13, 10, 8);
    assertThat(released(second)).isInstanceOf(Releasing.Outcome.Held.class);
    long before = milliseconds(second);
    aggregator
        .bean(Transactions.class)
        .write(c -> c.createStatement().execute(PAST.formatted(RELEASES)));
    // Still held because of the one release that it overlaps with.
    assertThat(released(second)).isInstanceOf(Releasing.Outcome.Held.class);
    System.out.println(
        "one check: %d ms beside 1 release, %d ms beside %d unrelated ones too"
            .formatted(before, milliseconds(second), RELEASES));
  }

  private static long milliseconds(StoredCollection collection) throws Exception {
    long start = System.nanoTime();
    released(collection);
    return (System.nanoTime() - start) / 1_000_000;
  }

  private static Releasing.Outcome released(StoredCollection collection) throws Exception {
    return aggregator
        .bean(Releasing.class)
        .make(
            collection.manifest().collection(),
            ReleaseStatus.FINAL,
            collection.manifest().version() > 1 ? "Rättad." : "",
            Optional.empty(),
            "coordinator");
  }
}
