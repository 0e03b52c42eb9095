package se.samsyn.aggregator.sealed.opening;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import se.samsyn.aggregator.collection.CollectionPlan;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.SealedTerms;

/**
 * The next attempt at a sealed collection on the terms of the one before: the same agencies, units
 * and rule. Only the roles are chosen anew, since their keys were for that attempt.
 */
@Singleton
public class NextAttempt {
  private final SealedOpening opening;

  NextAttempt(SealedOpening opening) {
    this.opening = opening;
  }

  /** Why there can be none, or not now; empty where there can. */
  public Optional<ActionRefused> objection(StoredCollection before) {
    try {
      opening.draft(
          request(before.manifest(), Optional.empty()), Catalogue.of(List.of(), List.of()));
      return Optional.empty();
    } catch (ActionRefused refused) {
      return Optional.of(refused);
    }
  }

  /**
   * Opens it.
   *
   * @param deadline when agencies are asked to have contributed; else after the usual time
   * @throws ActionRefused as {@link SealedOpening#open}; nothing is stored
   */
  public StoredCollection open(StoredCollection before, Optional<Instant> deadline, String actor)
      throws ActionRefused {
    // The definition is the manifest's own: the catalogue may have another version by now.
    return opening.open(
        request(before.manifest(), deadline), Catalogue.of(List.of(), List.of()), actor);
  }

  private static SealedRequest request(CollectionManifest before, Optional<Instant> deadline)
      throws ActionRefused {
    SealedTerms terms =
        before
            .sealed()
            .orElseThrow(
                () ->
                    new ActionRefused(
                        ActionRefused.Why.COLLECTION_NOT_SEALED, before.collection()));
    Map<AgencyId, Set<String>> covers = new HashMap<>();
    terms.coverage().forEach(c -> covers.put(c.agency(), Set.copyOf(c.units())));
    return new SealedRequest(
        new CollectionPlan(
            before.collection(),
            before.constellation(),
            before.period(),
            before.definitions().stream().map(Definition::id).toList(),
            terms.coverage().stream().map(SealedTerms.Covered::agency).toList(),
            deadline),
        OptionalInt.empty(),
        OptionalInt.empty(),
        terms.units(),
        covers,
        List.of(),
        Set.of(),
        Map.of(),
        terms.everyCombination(),
        Optional.of(terms.aggregator()));
  }
}
