package se.samsyn.aggregator.sealed;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import se.samsyn.aggregator.Step;
import se.samsyn.aggregator.Steps;
import se.samsyn.aggregator.audit.AuditAction;
import se.samsyn.aggregator.audit.AuditTrail;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.problem.ActionRefused.Why;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.SealedOutcome.State;

/** Ends attempts: their version of the collection is closed, and their messages are deleted. */
@Singleton
public class AttemptEnd {
  private final Collections collections;
  private final Attempts attempts;
  private final RelayedMessages messages;
  private final AuditTrail audit;
  private final Transactions transactions;
  private final Clock clock;
  private final Steps steps;

  AttemptEnd(
      Collections collections,
      Attempts attempts,
      RelayedMessages messages,
      AuditTrail audit,
      Transactions transactions,
      Clock clock,
      Steps steps) {
    this.collections = collections;
    this.attempts = attempts;
    this.messages = messages;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
    this.steps = steps;
  }

  /**
   * The coordinator ends the running attempt of a collection; nothing of it is opened.
   *
   * @param reason what agencies and the coordinator's pages are told
   * @throws ActionRefused when there is no such collection, it is open, or its attempt has ended
   */
  public StoredCollection byCoordinator(CollectionId id, String reason, String actor)
      throws ActionRefused {
    StoredCollection newest =
        collections.newest(id).orElseThrow(() -> new ActionRefused(Why.COLLECTION_UNKNOWN, id));
    if (newest.manifest().sealed().isEmpty()) {
      throw new ActionRefused(Why.COLLECTION_NOT_SEALED, newest.name());
    }
    boolean done =
        transactions.write(
            connection -> {
              boolean runs = attempts.locked(connection, newest.hash()).isRunning();
              if (runs) {
                end(connection, newest.hash(), newest.name(), State.ENDED, reason, actor);
              }
              return runs;
            });
    if (!done) {
      throw new ActionRefused(Why.ATTEMPT_ENDED, newest.name());
    }
    steps.reached(Step.ATTEMPT_ENDED);
    return newest;
  }

  /**
   * Ends a running attempt that the caller's transaction has locked.
   *
   * @param state ended or void
   * @param reason in words, never a number of a table
   */
  void end(
      Connection connection, Sha256 manifest, String name, State state, String reason, String actor)
      throws SQLException {
    // Others read it at a terminal.
    String words = reason.replaceAll("\\p{Cntrl}", " ");
    close(connection, manifest, new Attempts.Attempt(state, now(), actor, Optional.of(words)));
    // A role's own words stay out of the trail, which is never changed; those of the code are a
    // closed list.
    if (state == State.VOID) {
      audit.done(actor, AuditAction.VOID_ATTEMPT, name + " " + reason);
    } else {
      audit.done(actor, AuditAction.END_ATTEMPT, name);
    }
  }

  /** Marks it opened; the joint table has been written in the same transaction. */
  void opened(Connection connection, Sha256 manifest, String name, String actor)
      throws SQLException {
    close(connection, manifest, new Attempts.Attempt(State.OPENED, now(), actor, Optional.empty()));
    audit.done(actor, AuditAction.OPEN_TOTALS, name);
  }

  private void close(Connection connection, Sha256 manifest, Attempts.Attempt attempt)
      throws SQLException {
    attempts.change(connection, manifest, attempt);
    messages.clear(connection, manifest);
    collections.markClosed(manifest, attempt.at());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
