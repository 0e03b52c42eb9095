package se.samsyn.aggregator.joint;

import java.util.Map;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.SubmissionId;

/** The joint tables of closed collections, released or not: for what decides on releases. */
public interface ClosedTables {
  /** The joint table of a closed version, as it was computed when it was closed. */
  JointTable table(StoredCollection collection, Definition definition);

  /** Whose deliveries it is the sum of. */
  Map<AgencyId, SubmissionId> deliveries(StoredCollection collection, Definition definition);

  /**
   * Whether a closed version has joint tables at all: a sealed attempt that ended unopened has
   * none.
   */
  boolean exist(StoredCollection collection);
}
