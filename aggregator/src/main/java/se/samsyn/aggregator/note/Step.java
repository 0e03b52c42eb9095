package se.samsyn.aggregator.note;

import java.util.Locale;
import java.util.Optional;

/** Where in the cycle of improvement a note belongs (Deming's plan, do, study, act). */
public enum Step {
  PLAN,
  DO,
  STUDY,
  ACT;

  /** The word in forms, texts and the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The step with that word, if there is one. */
  public static Optional<Step> of(String word) {
    for (Step step : values()) {
      if (step.word().equals(word)) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }
}
