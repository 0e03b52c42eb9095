package se.samsyn.aggregator.joint;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.intake.Deliveries;
import se.samsyn.aggregator.intake.Deliveries.Delivered;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.Participant;

/**
 * Which delivery stands for each agency and definition in a version of a collection: the one to
 * this version, else the latest to an earlier one with the very same definition and period.
 */
@Singleton
class StandingDeliveries {
  private final Collections collections;
  private final Deliveries deliveries;

  StandingDeliveries(Collections collections, Deliveries deliveries) {
    this.collections = collections;
    this.deliveries = deliveries;
  }

  Standing of(StoredCollection collection) {
    Map<Key, Delivered> standing = new HashMap<>();
    for (StoredCollection version : collections.versions(collection.manifest().collection())) {
      if (version.manifest().version() > collection.manifest().version()
          || !version.manifest().period().equals(collection.manifest().period())) {
        continue;
      }
      deliveries
          .to(version.hash())
          .filter(d -> sameDefinition(version, collection, d.definition()))
          .forEach(d -> standing.put(new Key(d.agency(), d.definition()), d));
    }
    return new Standing(collection, standing);
  }

  private static boolean sameDefinition(
      StoredCollection earlier, StoredCollection now, DefinitionRef ref) {
    Optional<Definition> asked = now.manifest().definition(ref);
    return asked.isPresent() && asked.equals(earlier.manifest().definition(ref));
  }

  private record Key(AgencyId agency, DefinitionRef definition) {}

  /** What stands in one version. */
  record Standing(StoredCollection collection, Map<Key, Delivered> deliveries) {
    Optional<Delivered> find(AgencyId agency, DefinitionRef definition) {
      return Optional.ofNullable(deliveries.get(new Key(agency, definition)));
    }

    /** How many of the definitions the agency has delivered. */
    int count(AgencyId agency) {
      return (int)
          collection.manifest().definitions().stream()
              .filter(d -> find(agency, d.ref()).isPresent())
              .count();
    }

    /** The participants that lack a table. */
    Set<AgencyId> missing() {
      int expected = collection.manifest().definitions().size();
      Set<AgencyId> missing = new HashSet<>();
      for (Participant participant : collection.manifest().participants()) {
        if (count(participant.agency()) < expected) {
          missing.add(participant.agency());
        }
      }
      return missing;
    }

    /** The deliveries of one definition, in the order of the participants. */
    List<Delivered> of(DefinitionRef definition) {
      return collection.manifest().participants().stream()
          .flatMap(p -> find(p.agency(), definition).stream())
          .toList();
    }
  }
}
