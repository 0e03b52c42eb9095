package se.samsyn.aggregator.joint;

import java.time.Instant;
import java.util.List;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.CollectionManifest;

/** A closed collection, and whom it was closed without. */
public record ClosedCollection(
    CollectionManifest manifest, Instant closed, List<AgencyId> absentees) {
  public ClosedCollection {
    absentees = List.copyOf(absentees);
  }
}
