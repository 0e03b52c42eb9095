package se.samsyn.aggregator.joint;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.samsyn.aggregator.Step;
import se.samsyn.aggregator.Steps;
import se.samsyn.aggregator.audit.AuditAction;
import se.samsyn.aggregator.audit.AuditTrail;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.problem.ActionRefused.Why;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.CollectionId;

/**
 * Closes collections. Joint tables are computed once, here, in the transaction that closes: a
 * process that is killed leaves the collection open, or closed with all its tables.
 */
@Singleton
public class Closing {
  private final Collections collections;
  private final StandingDeliveries standing;
  private final JointStore store;
  private final AuditTrail audit;
  private final Transactions transactions;
  private final Clock clock;
  private final Steps steps;

  Closing(
      Collections collections,
      StandingDeliveries standing,
      JointStore store,
      AuditTrail audit,
      Transactions transactions,
      Clock clock,
      Steps steps) {
    this.collections = collections;
    this.standing = standing;
    this.store = store;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
    this.steps = steps;
  }

  /**
   * Closes the newest version of a collection.
   *
   * @param without the agencies that have not delivered everything, each by name; where they have
   *     delivered, they are in the sums
   * @param actor who closes, for the audit trail
   * @throws ActionRefused when there is no such collection, it is closed or sealed, or {@code
   *     without} does not name exactly those that are missing
   */
  public StoredCollection close(CollectionId id, Set<AgencyId> without, String actor)
      throws ActionRefused {
    StoredCollection newest =
        collections.newest(id).orElseThrow(() -> new ActionRefused(Why.COLLECTION_UNKNOWN, id));
    if (newest.manifest().sealed().isPresent()) {
      throw new ActionRefused(Why.COLLECTION_SEALED, newest.name());
    }
    Result result = transactions.write(connection -> close(connection, newest, without, actor));
    if (result.refused() != null) {
      throw result.refused();
    }
    steps.reached(Step.CLOSING_COMMITTED);
    return newest;
  }

  /** Null: done. */
  private record Result(ActionRefused refused) {}

  private Result close(
      Connection connection, StoredCollection newest, Set<AgencyId> without, String actor)
      throws SQLException {
    StoredCollection collection = collections.findToClose(newest.hash()).orElseThrow();
    StandingDeliveries.Standing delivered = standing.of(collection);
    try {
      requireClosable(collection, delivered.missing(), without);
    } catch (ActionRefused refused) {
      return new Result(refused);
    }
    steps.reached(Step.CLOSING_STARTED);
    for (Definition definition : collection.manifest().definitions()) {
      store.write(connection, collection, definition, delivered.of(definition.ref()));
    }
    steps.reached(Step.CLOSING_CELLS_WRITTEN);
    collections.markClosed(collection.hash(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
    audit.done(actor, AuditAction.CLOSE_COLLECTION, subject(collection, without));
    steps.reached(Step.CLOSING_MARKED);
    return new Result(null);
  }

  private static void requireClosable(
      StoredCollection collection, Set<AgencyId> missing, Set<AgencyId> without)
      throws ActionRefused {
    if (!collection.isOpen()) {
      throw new ActionRefused(Why.COLLECTION_CLOSED, collection.name());
    }
    for (AgencyId agency : without) {
      if (collection.manifest().participant(agency).isEmpty()) {
        throw new ActionRefused(Why.AGENCY_NOT_PARTICIPANT, agency);
      }
      if (!missing.contains(agency)) {
        throw new ActionRefused(Why.AGENCY_DELIVERED, agency);
      }
    }
    Set<AgencyId> unnamed = new TreeSet<>(missing);
    unnamed.removeAll(without);
    if (!unnamed.isEmpty()) {
      throw new ActionRefused(Why.AGENCY_MISSING, names(unnamed));
    }
  }

  private static String subject(StoredCollection collection, Set<AgencyId> without) {
    return without.isEmpty()
        ? collection.name()
        : collection.name() + " without " + names(new TreeSet<>(without));
  }

  private static String names(Set<AgencyId> agencies) {
    return agencies.stream().map(AgencyId::value).collect(Collectors.joining(", "));
  }
}
