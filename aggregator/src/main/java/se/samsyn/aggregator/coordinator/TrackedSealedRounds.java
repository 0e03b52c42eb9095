package se.samsyn.aggregator.coordinator;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.sealed.SealedProgress;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.SealedOutcome;

/** Sealed collections as the relay knows them: by which messages have come. */
@Singleton
class TrackedSealedRounds implements SealedRounds {
  private final Collections collections;
  private final SealedProgress progress;

  TrackedSealedRounds(Collections collections, SealedProgress progress) {
    this.collections = collections;
    this.progress = progress;
  }

  @Override
  public Optional<SealedRound> find(CollectionId collection) {
    Optional<StoredCollection> newest = collections.newest(collection);
    return newest.flatMap(progress::of).map(p -> round(newest.get(), p));
  }

  private static SealedRound round(StoredCollection collection, SealedProgress.Progress progress) {
    return new SealedRound(
        collection.manifest().collection(),
        collection.manifest().version(),
        state(progress),
        progress.contributed(),
        // One at a time: what comes first is what the others wait for too.
        progress.waiting().stream()
            .findFirst()
            .map(w -> new SealedRound.Waiting(w.step(), List.copyOf(w.agencies()))));
  }

  private static SealedRound.State state(SealedProgress.Progress progress) {
    SealedOutcome.State state = progress.attempt().state();
    return switch (state) {
      case RUNNING ->
          progress.missing().isEmpty()
              ? SealedRound.State.COUNTING
              : SealedRound.State.CONTRIBUTING;
      case OPENED -> SealedRound.State.OPENED;
      case ENDED -> SealedRound.State.ENDED;
      case VOID -> SealedRound.State.VOID;
    };
  }
}
