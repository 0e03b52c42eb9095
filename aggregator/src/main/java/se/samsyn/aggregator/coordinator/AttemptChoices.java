package se.samsyn.aggregator.coordinator;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import se.samsyn.aggregator.dashboard.text.RefusedText;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.sealed.Attempts;

/**
 * What the coordinator can do about an attempt of a sealed collection.
 *
 * @param canEnd while it runs
 * @param canFollow after one that ended unopened, when all that the next one needs is there
 * @param objection why there can be no next one, or not yet; empty otherwise, and while one runs
 * @param deadline the day that is suggested for the next one
 */
public record AttemptChoices(
    boolean canEnd, boolean canFollow, Optional<String> objection, String deadline) {
  /**
   * @param objection is only asked of an attempt that is over: it goes through all rules
   */
  static AttemptChoices of(
      Attempts.Attempt attempt,
      Supplier<Optional<ActionRefused>> objection,
      Instant now,
      Texts texts) {
    String deadline = CollectionFields.usualDeadline(now);
    if (attempt.isRunning()) {
      return new AttemptChoices(true, false, Optional.empty(), deadline);
    }
    Optional<String> why = objection.get().map(refused -> RefusedText.of(refused, texts));
    return new AttemptChoices(false, why.isEmpty(), why, deadline);
  }
}
