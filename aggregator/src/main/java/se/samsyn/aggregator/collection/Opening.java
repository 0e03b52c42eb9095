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
import se.samsyn.aggregator.audit.AuditAction;
import se.samsyn.aggregator.audit.AuditTrail;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.problem.ActionRefused.Why;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.definition.RecordSet;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.OwnFigures;
import se.samsyn.schemas.message.Participant;

/** Opens collections: makes the manifest, signs it, stores it. */
@Singleton
public class Opening {
  /** How long agencies have where the coordinator does not say. */
  private static final Duration USUAL_TIME = Duration.ofDays(30);

  private final Collections collections;
  private final CollectionRepository rows;
  private final Agencies agencies;
  private final AuditTrail audit;
  private final Transactions transactions;
  private final Keys keys;
  private final Clock clock;

  Opening(
      Collections collections,
      CollectionRepository rows,
      Agencies agencies,
      AuditTrail audit,
      Transactions transactions,
      Keys keys,
      Clock clock) {
    this.collections = collections;
    this.rows = rows;
    this.agencies = agencies;
    this.audit = audit;
    this.transactions = transactions;
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
    requireOtherRecords(manifest);
    Signed signed = Signed.by(keys.signing(), Label.MANIFEST, Codecs.MANIFEST.write(manifest));
    StoredCollection made = new StoredCollection(signed.hash(), manifest, signed, Optional.empty());
    transactions.write(
        connection -> {
          rows.save(
              new CollectionRow(
                  made.hash().hex(),
                  plan.id().value(),
                  manifest.version(),
                  manifest.period().toString(),
                  signed.payload(),
                  signed.signature(),
                  manifest.issued(),
                  null));
          audit.done(actor, AuditAction.CREATE_COLLECTION, made.name());
          return made;
        });
    return made;
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
          ownFigures);
    } catch (IllegalArgumentException e) {
      throw new ActionRefused(Why.MANIFEST_NOT_POSSIBLE, e.getMessage());
    }
  }

  /** Two tables of one agency over the same records could be subtracted from each other. */
  private void requireOtherRecords(CollectionManifest manifest) throws ActionRefused {
    for (StoredCollection other : collections.all()) {
      if (!other.manifest().collection().equals(manifest.collection())
          && manifest.participants().stream()
              .anyMatch(p -> other.manifest().participant(p.agency()).isPresent())
          && intersect(manifest, other.manifest())) {
        throw new ActionRefused(Why.SAME_RECORDS, other.manifest().collection());
      }
    }
  }

  private static boolean intersect(CollectionManifest a, CollectionManifest b) {
    return a.definitions().stream()
        .map(d -> RecordSet.of(d, a.period()))
        .anyMatch(
            mine ->
                b.definitions().stream()
                    .anyMatch(d -> mine.intersects(RecordSet.of(d, b.period()))));
  }
}
