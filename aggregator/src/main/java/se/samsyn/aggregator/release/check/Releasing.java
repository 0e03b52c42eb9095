package se.samsyn.aggregator.release.check;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.samsyn.aggregator.Step;
import se.samsyn.aggregator.Steps;
import se.samsyn.aggregator.audit.AuditAction;
import se.samsyn.aggregator.audit.AuditTrail;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.problem.ActionRefused.Why;
import se.samsyn.aggregator.release.Release;
import se.samsyn.aggregator.release.ReleaseLedger;
import se.samsyn.aggregator.release.ReleaseStatus;
import se.samsyn.schemas.message.CollectionId;

/** Makes releases, makes them final, withdraws them. */
@Singleton
public class Releasing {
  static final int LONGEST_NOTE = 500;

  private final Collections collections;
  private final ReleaseLedger ledger;
  private final UnionCheck check;
  private final AuditTrail audit;
  private final Transactions transactions;
  private final Clock clock;
  private final Steps steps;

  Releasing(
      Collections collections,
      ReleaseLedger ledger,
      UnionCheck check,
      AuditTrail audit,
      Transactions transactions,
      Clock clock,
      Steps steps) {
    this.collections = collections;
    this.ledger = ledger;
    this.check = check;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
    this.steps = steps;
  }

  /**
   * Releases the newest version of a collection. Where that version is released provisionally
   * already, it becomes final.
   *
   * @param status provisional or final
   * @param note what a correction corrects; may be empty for a first release
   * @param remedy the token of one that an earlier try was answered with
   * @param actor who decides
   * @return the release, or why it was held and what would do
   * @throws ActionRefused when it cannot be released; nothing is changed
   */
  public Outcome make(
      CollectionId id, ReleaseStatus status, String note, Optional<String> remedy, String actor)
      throws ActionRefused {
    return inLedger(connection -> make(connection, id, status, note, remedy, actor));
  }

  /** What came of a try to release. */
  public sealed interface Outcome {
    /** Readers see it. */
    record Made(Release release) implements Outcome {}

    /** Nothing was changed; one of the remedies can be picked. */
    record Held(Objections objections) implements Outcome {}
  }

  /**
   * Takes the latest release of a collection from the readers. It stays in the ledger, and later
   * releases are checked against it: who has read it keeps what was read.
   *
   * @param reason what readers are told
   * @throws ActionRefused when nothing of it is shown, or no reason is given
   */
  public Release withdraw(CollectionId id, String reason, String actor) throws ActionRefused {
    inLedger(
        connection -> {
          Release shown =
              ledger
                  .latest(id)
                  .filter(Release::isShown)
                  .orElseThrow(() -> new ActionRefused(Why.NOT_RELEASED, id));
          requireNote(reason, true);
          write(connection, id, shown.version(), ReleaseStatus.WITHDRAWN, reason, actor);
          audit.done(actor, AuditAction.WITHDRAW_RELEASE, shown.name());
          return new Outcome.Made(ledger.latest(id).orElseThrow());
        });
    return ledger.latest(id).orElseThrow();
  }

  private Outcome make(
      Connection connection,
      CollectionId id,
      ReleaseStatus status,
      String note,
      Optional<String> remedy,
      String actor)
      throws ActionRefused, SQLException {
    if (status == ReleaseStatus.WITHDRAWN) {
      throw new IllegalArgumentException("a release is made provisional or final");
    }
    StoredCollection newest =
        collections.newest(id).orElseThrow(() -> new ActionRefused(Why.COLLECTION_UNKNOWN, id));
    if (newest.isOpen()) {
      throw new ActionRefused(Why.COLLECTION_NOT_CLOSED, newest.name());
    }
    Optional<Release> before = ledger.latest(id);
    Optional<Release> same =
        before.filter(Release::isShown).filter(r -> r.manifest().equals(newest.hash()));
    if (same.isPresent()) {
      return new Outcome.Made(finish(connection, same.get(), status, note, actor));
    }
    requireNote(note, before.isPresent());
    int version = before.map(Release::version).orElse(0) + 1;
    UnionCheck.Outcome checked = check.check(id + "/" + version, newest);
    if (checked instanceof UnionCheck.Outcome.Contradictory contradictory) {
      throw new ActionRefused(
          Why.RELEASE_CONTRADICTORY, String.join(", ", new TreeSet<>(contradictory.releases())));
    }
    if (checked instanceof UnionCheck.Outcome.NotPossible) {
      throw new ActionRefused(Why.RELEASE_NOT_CHECKED, newest.name());
    }
    if (checked instanceof UnionCheck.Outcome.NotDecided) {
      throw new ActionRefused(Why.RELEASE_NOT_DECIDED, newest.name());
    }
    if (checked instanceof UnionCheck.Outcome.Unsafe unsafe) {
      if (remedy.isEmpty()) {
        return new Outcome.Held(unsafe.objections());
      }
      Objections.Option picked =
          unsafe.objections().remedies().stream()
              .filter(option -> option.token().equals(remedy.get()))
              .findFirst()
              .orElseThrow(() -> new ActionRefused(Why.REMEDY_UNKNOWN, remedy.get()));
      ledger.add(
          connection,
          id,
          version,
          newest.hash(),
          unsafe.report().with(picked.kind()),
          picked.hidden());
    } else if (checked instanceof UnionCheck.Outcome.Safe safe) {
      ledger.add(connection, id, version, newest.hash(), safe.report(), Set.of());
    }
    steps.reached(Step.RELEASE_WRITTEN);
    write(connection, id, version, status, note, actor);
    audit.done(actor, AuditAction.MAKE_RELEASE, id + "/" + version);
    steps.reached(Step.RELEASE_LINE_WRITTEN);
    return new Outcome.Made(ledger.latest(id).orElseThrow());
  }

  private Release finish(
      Connection connection, Release release, ReleaseStatus status, String note, String actor)
      throws ActionRefused, SQLException {
    if (status != ReleaseStatus.FINAL || release.status() == ReleaseStatus.FINAL) {
      throw new ActionRefused(Why.ALREADY_RELEASED, release.name());
    }
    requireNote(note, false);
    write(connection, release.collection(), release.version(), status, note, actor);
    audit.done(actor, AuditAction.FINISH_RELEASE, release.name());
    return ledger.latest(release.collection()).orElseThrow();
  }

  private void write(
      Connection connection,
      CollectionId id,
      int version,
      ReleaseStatus status,
      String note,
      String actor)
      throws SQLException {
    ledger.line(
        connection,
        id,
        version,
        status,
        clock.instant().truncatedTo(ChronoUnit.SECONDS),
        actor,
        note.strip());
  }

  private static void requireNote(String note, boolean needed) throws ActionRefused {
    if (note.length() > LONGEST_NOTE || (needed && note.isBlank())) {
      throw new ActionRefused(Why.NOTE_MISSING, LONGEST_NOTE);
    }
  }

  private interface Work {
    Outcome in(Connection connection) throws ActionRefused, SQLException;
  }

  private record Result(Outcome outcome, ActionRefused refused) {}

  private Outcome inLedger(Work work) throws ActionRefused {
    Result result =
        transactions.write(
            connection -> {
              ledger.lock(connection);
              try {
                return new Result(work.in(connection), null);
              } catch (ActionRefused refused) {
                // Nothing has been written by then.
                return new Result(null, refused);
              }
            });
    if (result.refused() != null) {
      throw result.refused();
    }
    steps.reached(Step.RELEASE_COMMITTED);
    return result.outcome();
  }
}
