package se.samsyn.aggregator.sealed;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.SealedStep;

/** How far an attempt has come, for the coordinator: agencies and steps, never a number. */
@Singleton
public class SealedProgress {
  private final SealedPlans plans;
  private final Attempts attempts;
  private final Transactions transactions;
  private final Clock clock;

  SealedProgress(SealedPlans plans, Attempts attempts, Transactions transactions, Clock clock) {
    this.plans = plans;
    this.attempts = attempts;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A step that is not done, and who has not done it. */
  public record Waiting(SealedStep step, List<AgencyId> agencies) {
    public Waiting {
      agencies = List.copyOf(agencies);
    }
  }

  /**
   * An attempt and how far it has come.
   *
   * @param contributed whose contribution is here; of an opened one, whose is in the totals; of an
   *     ended one nobody's, since all is deleted
   * @param missing who has not contributed
   * @param waiting what is waited for now; nothing when the attempt is over
   */
  public record Progress(
      Attempts.Attempt attempt,
      List<AgencyId> contributed,
      List<AgencyId> missing,
      List<Waiting> waiting) {
    public Progress {
      contributed = List.copyOf(contributed);
      missing = List.copyOf(missing);
      waiting = List.copyOf(waiting);
    }

    /** Whether agencies may still contribute: it waits for something before the set of them. */
    public boolean isContributing() {
      return waiting.stream().anyMatch(w -> w.step().compareTo(SealedStep.SET) < 0);
    }
  }

  /** The progress of one version of a collection; empty where that is not sealed. */
  public Optional<Progress> of(StoredCollection collection) {
    return plans.find(collection.hash()).map(plan -> of(plan, collection));
  }

  private Progress of(SealedPlan plan, StoredCollection collection) {
    Attempts.Attempt attempt = attempts.find(plan.manifest()).orElseThrow();
    List<AgencyId> asked = collection.manifest().contributors();
    if (!attempt.isRunning()) {
      List<AgencyId> summed = contributors(plan.manifest());
      return new Progress(attempt, summed, without(asked, summed), List.of());
    }
    NextSteps next = new NextSteps(plan, arrived(plan.manifest()));
    List<AgencyId> contributed = asked.stream().filter(next::hasContributed).toList();
    boolean late = clock.instant().isAfter(plan.sealed().deadline());
    return new Progress(attempt, contributed, without(asked, contributed), next.waiting(late));
  }

  private static List<AgencyId> without(List<AgencyId> all, List<AgencyId> some) {
    return all.stream().filter(a -> !some.contains(a)).toList();
  }

  private ArrivedMessages arrived(Sha256 manifest) {
    return transactions.read(
        connection -> {
          ArrivedMessages arrived = new ArrivedMessages();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT step, sender, recipient, number FROM sealed_message"
                      + " WHERE manifest_hash = ?")) {
            select.setString(1, manifest.hex());
            try (ResultSet found = select.executeQuery()) {
              while (found.next()) {
                arrived.add(
                    new Address(
                        SealedStep.of(found.getString(1)).orElseThrow(),
                        new AgencyId(found.getString(2)),
                        found.getString(3),
                        found.getInt(4)));
              }
            }
          }
          return arrived;
        });
  }

  private List<AgencyId> contributors(Sha256 manifest) {
    return transactions.read(
        connection -> {
          List<AgencyId> contributors = new ArrayList<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT agency FROM sealed_contributor WHERE manifest_hash = ?"
                      + " ORDER BY agency")) {
            select.setString(1, manifest.hex());
            try (ResultSet found = select.executeQuery()) {
              while (found.next()) {
                contributors.add(new AgencyId(found.getString(1)));
              }
            }
          }
          return contributors;
        });
  }
}
