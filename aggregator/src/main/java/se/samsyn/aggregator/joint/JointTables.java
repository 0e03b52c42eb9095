package se.samsyn.aggregator.joint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.table.Cell;

/**
 * What readers may see: of each collection the latest release, unless that is withdrawn. Closed
 * collections that are not released are not here, nor are earlier releases.
 */
public interface JointTables {
  /** Newest period first. */
  List<ClosedCollection> closed();

  /**
   * The collection that an address names, as it is released; empty when it is unknown, not released
   * or withdrawn.
   */
  default Optional<ClosedCollection> closed(String collection) {
    return closed().stream()
        .filter(c -> c.manifest().collection().value().equals(collection))
        .findFirst();
  }

  /** The table of a definition as it is released. */
  Optional<JointTable> find(CollectionId id, DefinitionRef definition);

  /**
   * What an agency delivered to a released table, for its own people only; empty where it has not.
   */
  default Optional<Map<MeasureId, List<Cell>>> own(
      AgencyId agency, CollectionId id, DefinitionRef definition) {
    return find(id, definition).map(table -> table.byActor().get(agency));
  }

  /** The collections that have been taken from the readers, newest period first. */
  List<WithdrawnCollection> withdrawn();
}
