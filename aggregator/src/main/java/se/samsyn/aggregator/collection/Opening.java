package se.samsyn.aggregator.collection;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samsyn.aggregator.Keys;
import se.samsyn.aggregator.agency.Agencies;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.problem.ActionRefused.Why;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.OwnFigures;
import se.samsyn.schemas.message.Participant;

/** Opens collections in which agencies deliver protected tables: makes the manifest. */
@Singleton
public class Opening {
  /** How long agencies have where the coordinator does not say. */
  private static final Duration USUAL_TIME = Duration.ofDays(30);

  private final Collections collections;
  private final Issuing issuing;
  private final Agencies agencies;
  private final Keys keys;
  private final Clock clock;

  Opening(Collections collections, Issuing issuing, Agencies agencies, Keys keys, Clock clock) {
    this.collections = collections;
    this.issuing = issuing;
    this.agencies = agencies;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Opens a collection. A collection that is closed gets its next version: a correction, to which
   * agencies may deliver anew; what they delivered to the earlier version stands until they do. It
   * keeps the definitions as they were, else no delivery would stand, and what the agencies have
   * agreed on their own figures: they delivered for that.
   *
   * @param actor who decides
   * @throws ActionRefused when an agency, a definition or a date does not fit, when own figures are
   *     not to be shown and there are too few agencies for that, when the collection is open, or
   *     when another collection gathers the same records from the same agency
   */
  public StoredCollection open(CollectionPlan plan, Catalogue catalogue, String actor)
      throws ActionRefused {
    Optional<StoredCollection> before = collections.newest(plan.id());
    if (before.filter(c -> c.manifest().sealed().isPresent()).isPresent()) {
      throw new ActionRefused(Why.COLLECTION_SEALED, plan.id());
    }
    if (before.filter(StoredCollection::isOpen).isPresent()) {
      throw new ActionRefused(Why.COLLECTION_OPEN, plan.id());
    }
    CollectionManifest manifest =
        manifest(
            plan,
            before
                .map(c -> Catalogue.of(c.manifest().definitions(), c.manifest().tables()))
                .orElse(catalogue),
            before.map(c -> c.manifest().version()).orElse(0) + 1,
            before.map(c -> c.manifest().ownFigures()).orElse(plan.ownFigures()));
    return issuing.issue(manifest, actor, (connection, made) -> {});
  }

  private CollectionManifest manifest(
      CollectionPlan plan, Catalogue catalogue, int version, Optional<OwnFigures> ownFigures)
      throws ActionRefused {
    List<Definition> definitions = new ArrayList<>();
    for (DefinitionId id : plan.definitions()) {
      definitions.add(
          catalogue
              .definition(id)
              .orElseThrow(() -> new ActionRefused(Why.DEFINITION_UNKNOWN, id)));
    }
    List<InputTable> tables =
        definitions.stream()
            .map(Definition::table)
            .distinct()
            .flatMap(t -> catalogue.table(t).stream())
            .toList();
    List<Participant> participants = new ArrayList<>();
    for (AgencyId id : plan.participants()) {
      participants.add(
          agencies.enrolled(id).orElseThrow(() -> new ActionRefused(Why.AGENCY_UNKNOWN, id)));
    }
    if (ownFigures.isPresent()
        && participants.stream().map(Participant::authority).distinct().count()
            < CollectionPlan.FEWEST_RESPONDENTS) {
      throw new ActionRefused(Why.TOO_FEW_RESPONDENTS, CollectionPlan.FEWEST_RESPONDENTS);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    try {
      return new CollectionManifest(
          plan.id(),
          version,
          plan.constellation(),
          plan.period(),
          definitions,
          tables,
          participants,
          keys.decryption().encryptionKey(),
          now,
          plan.deadline().orElse(now.plus(USUAL_TIME)),
          ownFigures,
          Optional.empty());
    } catch (IllegalArgumentException e) {
      throw new ActionRefused(Why.MANIFEST_NOT_POSSIBLE, e.getMessage());
    }
  }
}
