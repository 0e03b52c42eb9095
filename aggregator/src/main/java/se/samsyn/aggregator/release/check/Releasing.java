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
import se.samsyn.aggregator.joint.ClosedTables;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.problem.ActionRefused.Why;
import se.samsyn.aggregator.release.HiddenCell;
import se.samsyn.aggregator.release.Release;
import se.samsyn.aggregator.release.ReleaseLedger;
import se.samsyn.aggregator.release.ReleaseReport;
import se.samsyn.aggregator.release.ReleaseStatus;
import se.samsyn.schemas.message.CollectionId;

/** Makes releases, makes them final, withdraws them. */
@Singleton
public class Releasing {
  static final int LONGEST_NOTE = 500;

  private final Collections collections;
  private final ReleaseLedger ledger;
  private final UnionCheck check;
  private final ClosedTables tables;
  private final AuditTrail audit;
  private final Transactions transactions;
  private final Clock clock;
  private final Steps steps;

  Releasing(
      Collections collections,
      ReleaseLedger ledger,
      UnionCheck check,
      ClosedTables tables,
      AuditTrail audit,
      Transactions transactions,
      Clock clock,
      Steps steps) {
    this.collections = collections;
    this.ledger = ledger;
    this.check = check;
    this.tables = tables;
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
    if (status == ReleaseStatus.WITHDRAWN) {
      throw new IllegalArgumentException("a release is made provisional or final");
    }
    Optional<Outcome> outcome;
    do {
      Candidate candidate = candidate(id);
      Optional<Writing> writing = Optional.empty();
      if (candidate.same().isEmpty()) {
        requireNote(note, candidate.version() > 1);
        UnionCheck.Checked checked = check.check(candidate.name(), candidate.collection());
        Decision decision = decide(checked.outcome(), candidate, remedy);
        if (decision instanceof Hold hold) {
          return new Outcome.Held(hold.objections());
        }
        writing = Optional.of(new Writing(checked, (Show) decision));
      }
      Optional<Writing> checked = writing;
      outcome = inLedger(connection -> write(connection, candidate, checked, status, note, actor));
    } while (outcome.isEmpty());
    steps.reached(Step.RELEASE_COMMITTED);
    return outcome.get();
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
    Release withdrawn =
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
              return ledger.latest(id).orElseThrow();
            });
    steps.reached(Step.RELEASE_COMMITTED);
    return withdrawn;
  }

  /**
   * The newest version of a collection as the release that it would be.
   *
   * @param same its release, where that is shown already
   */
  private record Candidate(StoredCollection collection, int version, Optional<Release> same) {
    String name() {
      return collection.manifest().collection() + "/" + version;
    }
  }

  private Candidate candidate(CollectionId id) throws ActionRefused {
    StoredCollection newest =
        collections.newest(id).orElseThrow(() -> new ActionRefused(Why.COLLECTION_UNKNOWN, id));
    if (newest.isOpen()) {
      throw new ActionRefused(Why.COLLECTION_NOT_CLOSED, newest.name());
    }
    if (newest.manifest().sealed().isPresent() && !tables.exist(newest)) {
      throw new ActionRefused(Why.NOTHING_OPENED, newest.name());
    }
    Optional<Release> before = ledger.latest(id);
    return new Candidate(
        newest,
        before.map(Release::version).orElse(0) + 1,
        before.filter(Release::isShown).filter(r -> r.manifest().equals(newest.hash())));
  }

  private sealed interface Decision permits Show, Hold {}

  private record Show(ReleaseReport report, Set<HiddenCell> hidden) implements Decision {}

  private record Hold(Objections objections) implements Decision {}

  /** What is written if nothing has come between the check and the lock. */
  private record Writing(UnionCheck.Checked checked, Show show) {}

  private static Decision decide(
      UnionCheck.Outcome checked, Candidate candidate, Optional<String> remedy)
      throws ActionRefused {
    if (checked instanceof UnionCheck.Outcome.Contradictory contradictory) {
      throw new ActionRefused(
          Why.RELEASE_CONTRADICTORY, String.join(", ", new TreeSet<>(contradictory.releases())));
    }
    if (checked instanceof UnionCheck.Outcome.NotPossible) {
      throw new ActionRefused(Why.RELEASE_NOT_CHECKED, candidate.collection().name());
    }
    if (checked instanceof UnionCheck.Outcome.NotDecided) {
      throw new ActionRefused(Why.RELEASE_NOT_DECIDED, candidate.collection().name());
    }
    if (checked instanceof UnionCheck.Outcome.Safe safe) {
      return new Show(safe.report(), Set.of());
    }
    UnionCheck.Outcome.Unsafe unsafe = (UnionCheck.Outcome.Unsafe) checked;
    if (remedy.isEmpty()) {
      return new Hold(unsafe.objections());
    }
    Objections.Option picked =
        unsafe.objections().remedies().stream()
            .filter(option -> option.token().equals(remedy.get()))
            .findFirst()
            .orElseThrow(() -> new ActionRefused(Why.REMEDY_UNKNOWN, remedy.get()));
    return new Show(unsafe.report().with(picked.kind()), picked.hidden());
  }

  /**
   * Under the lock.
   *
   * @return empty when what was checked is no longer what there is
   */
  private Optional<Outcome> write(
      Connection connection,
      Candidate checked,
      Optional<Writing> writing,
      ReleaseStatus status,
      String note,
      String actor)
      throws ActionRefused, SQLException {
    CollectionId id = checked.collection().manifest().collection();
    Candidate now = candidate(id);
    if (now.same().isPresent()) {
      return Optional.of(
          new Outcome.Made(finish(connection, now.same().get(), status, note, actor)));
    }
    if (writing.isEmpty()
        || !now.name().equals(checked.name())
        || !now.collection().hash().equals(checked.collection().hash())
        || !check.stands(writing.get().checked(), now.name(), now.collection())) {
      return Optional.empty();
    }
    Show show = writing.get().show();
    ledger.add(
        connection, id, now.version(), now.collection().hash(), show.report(), show.hidden());
    steps.reached(Step.RELEASE_WRITTEN);
    write(connection, id, now.version(), status, note, actor);
    audit.done(actor, AuditAction.MAKE_RELEASE, now.name());
    steps.reached(Step.RELEASE_LINE_WRITTEN);
    return Optional.of(new Outcome.Made(ledger.latest(id).orElseThrow()));
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

  private interface Work<T> {
    T in(Connection connection) throws ActionRefused, SQLException;
  }

  private record Result<T>(T done, ActionRefused refused) {}

  private <T> T inLedger(Work<T> work) throws ActionRefused {
    Result<T> result =
        transactions.write(
            connection -> {
              ledger.lock(connection);
              try {
                return new Result<>(work.in(connection), null);
              } catch (ActionRefused refused) {
                // Nothing has been written by then.
                return new Result<>(null, refused);
              }
            });
    if (result.refused() != null) {
      throw result.refused();
    }
    return result.done();
  }
}
