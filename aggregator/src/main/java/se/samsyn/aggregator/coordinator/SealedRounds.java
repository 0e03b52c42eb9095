package se.samsyn.aggregator.coordinator;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.sealed.SealedProgress;
import se.samsyn.schemas.sealed.SealedStep;

/** Sealed collections as the coordinator's pages show them, from what the relay has seen. */
@Singleton
class SealedRounds {
  /** While one of these is awaited, agencies may still contribute. */
  private static final Set<SealedStep> CONTRIBUTING =
      Set.of(
          SealedStep.HALF,
          SealedStep.CONTRIBUTION,
          SealedStep.SEED,
          SealedStep.KEY,
          SealedStep.COLUMNS);

  private final SealedProgress progress;

  SealedRounds(SealedProgress progress) {
    this.progress = progress;
  }

  /** The attempt of this version of a collection; empty when it is not a sealed one. */
  Optional<SealedRound> find(StoredCollection collection) {
    return progress.of(collection).map(p -> round(collection.manifest().version(), p));
  }

  private static SealedRound round(int attempt, SealedProgress.Progress progress) {
    return new SealedRound(
        attempt,
        state(progress),
        progress.contributed(),
        progress.waiting().stream()
            .map(w -> new SealedRound.Waiting(w.step(), w.agencies()))
            .toList(),
        progress.attempt().reason());
  }

  private static SealedRound.State state(SealedProgress.Progress progress) {
    return switch (progress.attempt().state()) {
      case RUNNING ->
          progress.waiting().stream().anyMatch(w -> CONTRIBUTING.contains(w.step()))
              ? SealedRound.State.CONTRIBUTING
              : SealedRound.State.COUNTING;
      case OPENED -> SealedRound.State.OPENED;
      case ENDED -> SealedRound.State.ENDED;
      case VOID -> SealedRound.State.VOID;
    };
  }
}
