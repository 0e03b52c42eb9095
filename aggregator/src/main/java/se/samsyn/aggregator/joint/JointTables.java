package se.samsyn.aggregator.joint;

import java.util.List;
import java.util.Optional;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.message.CollectionId;

/** What readers may see: closed collections, and nothing else. */
public interface JointTables {
  /** Newest period first; of each collection its latest closed version. */
  List<ClosedCollection> closed();

  /** The latest closed version of a collection; empty when it is unknown or still open. */
  Optional<ClosedCollection> closed(CollectionId id);

  /** The table of a definition in the latest closed version of a collection. */
  Optional<JointTable> find(CollectionId id, DefinitionRef definition);
}
