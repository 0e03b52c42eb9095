package se.samsyn.aggregator.coordinator;

import java.util.List;
import java.util.Optional;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.sealed.SealedStep;

/**
 * How far a sealed collection has come: who and what it waits for, never a number.
 *
 * @param attempt 1, and one more for each that was ended unopened before
 * @param contributed the agencies whose contribution is whole
 * @param waiting what is next, and from whom; empty when it is done
 */
public record SealedRound(
    CollectionId collection,
    int attempt,
    State state,
    List<AgencyId> contributed,
    Optional<Waiting> waiting) {
  public SealedRound {
    contributed = List.copyOf(contributed);
  }

  /** Where an attempt is. */
  public enum State {
    CONTRIBUTING,
    COUNTING,
    OPENED,
    ENDED,
    /** The opened totals could not be true: nothing is published. */
    VOID;

    /** The word of it in the texts. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A step of the protocol, and the agencies that it waits for. */
  public record Waiting(SealedStep step, List<AgencyId> agencies) {
    public Waiting {
      agencies = List.copyOf(agencies);
    }
  }
}
