package se.samsyn.aggregator.sealed;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import se.samsyn.aggregator.Step;
import se.samsyn.aggregator.Steps;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.joint.OpenedTables;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.SealedOutcome.State;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.RoleHolder;
import se.samsyn.schemas.sealed.SealedStep;
import se.samsyn.sealed.Refused;

/**
 * Opens the totals in the transaction that brings the last message for it: the joint table is
 * written and the collection closed, or the attempt is void and nothing is published.
 */
@Singleton
class TotalsOpening {
  private final RelayedMessages messages;
  private final Collections collections;
  private final OpenedTables tables;
  private final AttemptEnd end;
  private final Steps steps;

  TotalsOpening(
      RelayedMessages messages,
      Collections collections,
      OpenedTables tables,
      AttemptEnd end,
      Steps steps) {
    this.messages = messages;
    this.collections = collections;
    this.tables = tables;
    this.end = end;
    this.steps = steps;
  }

  /**
   * Opens them if all messages for it are there; the caller has locked the running attempt.
   *
   * @param actor whose message may be the last
   */
  void openIfComplete(Connection connection, SealedPlan plan, String actor) throws SQLException {
    Optional<LastMessages> last = last(connection, plan);
    if (last.isEmpty()) {
      return;
    }
    LastMessages.Totals totals;
    try {
      totals = last.get().open(plan);
    } catch (Refused e) {
      end.end(connection, plan.manifest(), plan.name(), State.VOID, e.reason().word(), actor);
      return;
    }
    StoredCollection collection = collections.find(plan.manifest()).orElseThrow();
    Definition definition = collection.manifest().definitions().get(0);
    tables.write(
        connection,
        collection,
        definition,
        SealedCells.of(collection.manifest(), plan.sealed(), totals.opened()),
        totals.set());
    steps.reached(Step.TOTALS_WRITTEN);
    end.opened(connection, plan.manifest(), plan.name(), actor);
    steps.reached(Step.TOTALS_MARKED);
  }

  private Optional<LastMessages> last(Connection connection, SealedPlan plan) throws SQLException {
    AgencyId a = plan.sealed().roles().a().agency();
    AgencyId b = plan.sealed().roles().b().agency();
    Optional<byte[]> setOfA = toRoles(connection, plan, SealedStep.SET, a);
    Optional<byte[]> setOfB = toRoles(connection, plan, SealedStep.SET, b);
    Optional<byte[]> settled = toRoles(connection, plan, SealedStep.SETTLED, b);
    if (setOfA.isEmpty() || setOfB.isEmpty() || settled.isEmpty()) {
      return Optional.empty();
    }
    Map<AgencyId, byte[]> words = new HashMap<>();
    for (RoleHolder role : plan.sealed().roles().all()) {
      Optional<byte[]> word = toRoles(connection, plan, SealedStep.WORD, role.agency());
      if (word.isEmpty()) {
        return Optional.empty();
      }
      words.put(role.agency(), word.get());
    }
    Optional<byte[]> ofA = shares(connection, plan.manifest(), a);
    Optional<byte[]> ofB = shares(connection, plan.manifest(), b);
    return ofA.isEmpty() || ofB.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LastMessages(
                setOfA.get(), setOfB.get(), settled.get(), words, ofA.get(), ofB.get()));
  }

  private Optional<byte[]> toRoles(
      Connection connection, SealedPlan plan, SealedStep step, AgencyId from) throws SQLException {
    return messages.body(connection, plan.manifest(), Address.toRoles(step, from));
  }

  private Optional<byte[]> shares(Connection connection, Sha256 manifest, AgencyId from)
      throws SQLException {
    return messages.body(connection, manifest, Address.toAggregator(SealedStep.SHARES, from));
  }
}
