package se.samsyn.aggregator.coordinator;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.SealedStep;

/**
 * How far a sealed collection has come: who and what it waits for, never a number.
 *
 * @param attempt 1, and one more for each that was ended unopened before
 * @param contributed the agencies whose contribution is here, or in the totals
 * @param waiting what is next, and from whom; nothing when the attempt is over
 * @param reason why it ended; empty while it runs, and where it was opened
 */
public record SealedRound(
    int attempt,
    State state,
    List<AgencyId> contributed,
    List<Waiting> waiting,
    Optional<String> reason) {
  public SealedRound {
    contributed = List.copyOf(contributed);
    waiting = List.copyOf(waiting);
  }

  /** Where an attempt is. */
  public enum State {
    CONTRIBUTING,
    COUNTING,
    OPENED,
    /** Before anything was opened. */
    ENDED,
    /** What was to be opened could not be true. */
    VOID;

    /** The word of it in the texts. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A step of the protocol, and the agencies that it waits for. */
  public record Waiting(SealedStep step, List<AgencyId> agencies) {
    public Waiting {
      agencies = List.copyOf(agencies);
    }
  }
}
