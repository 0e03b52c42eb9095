package se.samsyn.aggregator.joint;

import io.micronaut.security.utils.SecurityService;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.dashboard.Rounds;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.sealed.SealedProgress;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.CollectionId;

/** What the coordinator's pages show of open collections: who has delivered, never a number. */
@Singleton
class CoordinatorRounds implements Rounds {
  private final Collections collections;
  private final StandingDeliveries standing;
  private final SealedProgress progress;
  private final Closing closing;
  private final SecurityService security;

  CoordinatorRounds(
      Collections collections,
      StandingDeliveries standing,
      SealedProgress progress,
      Closing closing,
      SecurityService security) {
    this.collections = collections;
    this.standing = standing;
    this.progress = progress;
    this.closing = closing;
    this.security = security;
  }

  @Override
  public List<OpenRound> open() {
    return collections.all().stream().filter(StoredCollection::isOpen).map(this::round).toList();
  }

  @Override
  public List<Delivered> delivered(CollectionId collection) {
    return collections.newest(collection).map(c -> round(c).delivered()).orElse(List.of());
  }

  @Override
  public void close(CollectionId collection, Set<AgencyId> without) throws CannotClose {
    try {
      closing.close(collection, without, security.username().orElse("page"));
    } catch (ActionRefused e) {
      throw new CannotClose(e);
    }
  }

  private OpenRound round(StoredCollection collection) {
    return progress
        .of(collection)
        .map(p -> sealed(collection, p))
        .orElseGet(() -> open(collection));
  }

  private OpenRound open(StoredCollection collection) {
    StandingDeliveries.Standing delivered = standing.of(collection);
    int expected = collection.manifest().definitions().size();
    return new OpenRound(
        collection.manifest(),
        collection.manifest().participants().stream()
            .map(p -> new Delivered(p, delivered.count(p.agency()), expected))
            .toList());
  }

  /** A contribution counts as the one table that is asked for, though nobody can read it. */
  private static OpenRound sealed(StoredCollection collection, SealedProgress.Progress progress) {
    return new OpenRound(
        collection.manifest(),
        collection.manifest().contributors().stream()
            .flatMap(agency -> collection.manifest().participant(agency).stream())
            .map(p -> new Delivered(p, progress.contributed().contains(p.agency()) ? 1 : 0, 1))
            .toList());
  }
}
