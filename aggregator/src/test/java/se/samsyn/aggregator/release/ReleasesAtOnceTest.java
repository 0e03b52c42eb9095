package se.samsyn.aggregator.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.SmallCatalogue;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.TrialRounds;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.release.check.Releasing;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.table.Cell;

/**
 * Several who write the ledger at once: a check is made without the lock and counts only with it.
 */
class ReleasesAtOnceTest {
  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.empty();

  private static final ExecutorService others = Executors.newCachedThreadPool();
  private static TrialRounds rounds;

  @BeforeAll
  static void start() throws Exception {
    rounds = TrialRounds.at(aggregator);
  }

  @AfterAll
  static void stop() {
    others.shutdownNow();
  }

  @Test
  @Timeout(120)
  void whatIsHeldNeverWaitsForTheLedger() throws Exception {
    StoredCollection first = rounds.closed("VT2010", 30, 12, 10, 8);
    handOut(first, 90, 32, 30, 28);
    StoredCollection second = rounds.closed("VT2010", 31, 13, 10, 8);
    Releasing.Outcome outcome =
        whileLocked(() -> others.submit(release(second)).get(60, TimeUnit.SECONDS));
    assertThat(outcome).isInstanceOf(Releasing.Outcome.Held.class);
  }

  @Test
  @Timeout(120)
  void whatComesBetweenTheCheckAndTheLockIsCheckedToo() throws Exception {
    StoredCollection first = rounds.closed("VT2011", 30, 12, 10, 8);
    StoredCollection second = rounds.closed("VT2011", 31, 13, 10, 8);
    // Beside this the figures that were found safe tell of one child.
    assertThat(releasedAfter(second, () -> handOut(first, 90, 32, 30, 28)))
        .isInstanceOf(Releasing.Outcome.Held.class);
    assertThat(ledger().of(second.manifest().collection())).isEmpty();
  }

  @Test
  @Timeout(120)
  void whatComesBetweenAboutOtherRecordsDoesNotMatter() throws Exception {
    StoredCollection other = rounds.closed("VT2012", 30, 12, 10, 8);
    StoredCollection closed = rounds.closed("HT2012", 31, 13, 10, 8);
    assertThat(releasedAfter(closed, () -> handOut(other, 90, 32, 30, 28)))
        .isInstanceOf(Releasing.Outcome.Made.class);
  }

  @Test
  @Timeout(120)
  void oneCollectionReleasedTwiceAtOnceIsReleasedOnce() throws Exception {
    StoredCollection closed = rounds.closed("VT2013", 30, 12, 10, 8);
    List<Future<Releasing.Outcome>> both =
        List.of(others.submit(release(closed)), others.submit(release(closed)));
    List<ActionRefused.Why> refused = new ArrayList<>();
    for (Future<Releasing.Outcome> one : both) {
      try {
        assertThat(one.get()).isInstanceOf(Releasing.Outcome.Made.class);
      } catch (ExecutionException e) {
        refused.add(((ActionRefused) e.getCause()).why());
      }
    }
    assertThat(refused).containsExactly(ActionRefused.Why.ALREADY_RELEASED);
    assertThat(ledger().of(closed.manifest().collection()))
        .singleElement()
        .satisfies(release -> assertThat(release.lines()).hasSize(1));
  }

  /** Releases a collection; between its check and the lock something else happens. */
  private static Releasing.Outcome releasedAfter(StoredCollection closed, Runnable between)
      throws Exception {
    return whileLocked(
            () -> {
              Future<Releasing.Outcome> checked = others.submit(release(closed));
              awaitSomebodyAtTheLock();
              between.run();
              return checked;
            })
        .get();
  }

  private static <T> T whileLocked(Callable<T> work) {
    return aggregator
        .bean(Transactions.class)
        .write(
            connection -> {
              ledger().lock(connection);
              return work.call();
            });
  }

  private static void awaitSomebodyAtTheLock() throws InterruptedException {
    while (!aggregator
        .bean(Transactions.class)
        .<Boolean>read(
            connection -> {
              try (ResultSet found =
                  connection
                      .createStatement()
                      .executeQuery(
                          "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")) {
                found.next();
                return found.getInt(1) > 0;
              }
            })) {
      Thread.sleep(20);
    }
  }

  private static Callable<Releasing.Outcome> release(StoredCollection closed) {
    return () ->
        aggregator
            .bean(Releasing.class)
            .make(
                closed.manifest().collection(),
                ReleaseStatus.FINAL,
                "",
                Optional.empty(),
                "coordinator");
  }

  private static void handOut(StoredCollection of, long... values) {
    aggregator
        .bean(Extracts.class)
        .record(
            of.hash(),
            rounds
                .catalogue()
                .definition(new DefinitionId(SmallCatalogue.DEFINITION))
                .orElseThrow(),
            "Länsstyrelsen, dnr 1",
            Map.of(
                new MeasureId("children"),
                LongStream.of(values).mapToObj(v -> (Cell) new Cell.Value(v)).toList()),
            "coordinator");
  }

  private static ReleaseLedger ledger() {
    return aggregator.bean(ReleaseLedger.class);
  }
}
