package se.samsyn.aggregator.sealed;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.schemas.envelope.Sha256;

/** The plans of all attempts, each worked out when it is first asked for. */
@Singleton
class SealedPlans {
  private final Collections collections;
  private final Map<Sha256, SealedPlan> known = new ConcurrentHashMap<>();

  SealedPlans(Collections collections) {
    this.collections = collections;
  }

  /** The attempt with this manifest; empty where there is none, or the collection is open. */
  Optional<SealedPlan> find(Sha256 manifest) {
    SealedPlan plan = known.get(manifest);
    if (plan != null) {
      return Optional.of(plan);
    }
    Optional<SealedPlan> made =
        collections
            .find(manifest)
            .filter(collection -> collection.manifest().sealed().isPresent())
            .map(SealedPlan::of);
    made.ifPresent(m -> known.put(manifest, m));
    return made;
  }
}
