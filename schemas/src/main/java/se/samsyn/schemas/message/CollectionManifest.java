package se.samsyn.schemas.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.RecordSet;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.envelope.EncryptionKey;

/**
 * A collection as the coordinator signed it: definitions in full, the period, who takes part, and
 * the key to encrypt to. Its hash is in every submission, so that a delivery belongs to exactly one
 * manifest.
 *
 * @param version 1, and one more each time that the collection is opened again for a correction or
 *     a late agency
 * @param tables the input tables that the definitions read
 * @param ownFigures what the agencies have agreed on their own figures; empty: they are shown. It
 *     has no other spelling, so that manifests from before the agreement keep their hash
 * @param sealed what makes it a sealed collection, of one definition, whose version is the attempt;
 *     an open one has none
 */
public record CollectionManifest(
    CollectionId collection,
    int version,
    Text constellation,
    Period period,
    List<Definition> definitions,
    List<InputTable> tables,
    List<Participant> participants,
    EncryptionKey encryptionKey,
    Instant issued,
    Instant deadline,
    Optional<OwnFigures> ownFigures,
    Optional<SealedTerms> sealed) {
  public CollectionManifest {
    ownFigures = ownFigures == null ? Optional.empty() : ownFigures;
    definitions = List.copyOf(definitions);
    tables = List.copyOf(tables);
    participants = List.copyOf(participants);
    sealed = sealed == null ? Optional.empty() : sealed;
    if (sealed.isPresent() && definitions.size() != 1) {
      throw new IllegalArgumentException("a sealed collection is of one definition");
    }
    if (definitions.stream().map(Definition::ref).distinct().count() != definitions.size()) {
      throw new IllegalArgumentException("a definition comes twice in the manifest");
    }
    if (participants.stream().map(Participant::agency).distinct().count() != participants.size()) {
      throw new IllegalArgumentException("an agency comes twice in the manifest");
    }
    for (int i = 0; i < definitions.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (intersect(definitions.get(i), definitions.get(j), period)) {
          throw new IllegalArgumentException(
              "definitions %s and %s read the same records; make them one definition with more dimensions or measures"
                  .formatted(definitions.get(j).ref(), definitions.get(i).ref()));
        }
      }
    }
    for (Definition definition : definitions) {
      if (definition.period().grain() != period.grain()) {
        throw new IllegalArgumentException(
            "definition " + definition.ref() + " has another period grain");
      }
      if (tables.stream().noneMatch(t -> t.id().equals(definition.table()))) {
        throw new IllegalArgumentException(
            "the input table of " + definition.ref() + " is missing");
      }
    }
  }

  /** An open collection whose readers see the agencies' own figures. */
  public CollectionManifest(
      CollectionId collection,
      int version,
      Text constellation,
      Period period,
      List<Definition> definitions,
      List<InputTable> tables,
      List<Participant> participants,
      EncryptionKey encryptionKey,
      Instant issued,
      Instant deadline) {
    this(
        collection,
        version,
        constellation,
        period,
        definitions,
        tables,
        participants,
        encryptionKey,
        issued,
        deadline,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Whether two definitions read intersecting records: then the one could be subtracted from the
   * other.
   */
  private static boolean intersect(Definition a, Definition b, Period period) {
    return RecordSet.of(a, period).intersects(RecordSet.of(b, period));
  }

  /**
   * Whether readers see each agency's own part of the joint tables; in a sealed one nobody does.
   */
  public boolean showsOwnFigures() {
    return ownFigures.isEmpty() && sealed.isEmpty();
  }

  public Optional<Definition> definition(DefinitionRef ref) {
    return definitions.stream().filter(d -> d.ref().equals(ref)).findFirst();
  }

  /**
   * Whose records it gathers: of a sealed collection some participants may have a role only, and no
   * records in it.
   */
  public List<AgencyId> contributors() {
    return sealed
        .map(terms -> terms.coverage().stream().map(SealedTerms.Covered::agency).toList())
        .orElseGet(() -> participants.stream().map(Participant::agency).toList());
  }

  /** Whether the agency has a role in it, with records of its own or without. */
  public boolean hasRole(AgencyId agency) {
    return sealed.stream()
        .flatMap(terms -> terms.roles().stream())
        .anyMatch(role -> role.agency().equals(agency));
  }

  public Optional<Participant> participant(AgencyId agency) {
    return participants.stream().filter(p -> p.agency().equals(agency)).findFirst();
  }
}
