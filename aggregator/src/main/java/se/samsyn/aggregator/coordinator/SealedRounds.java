package se.samsyn.aggregator.coordinator;

import java.util.Optional;
import se.samsyn.schemas.message.CollectionId;

/** What the coordinator's pages need to know of sealed collections. */
public interface SealedRounds {
  /** The newest attempt of a collection; empty when it is not a sealed one. */
  Optional<SealedRound> find(CollectionId collection);
}
