package se.samsyn.aggregator.joint;

import java.time.Instant;
import java.util.List;
import se.samsyn.aggregator.release.Release;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.CollectionManifest;

/**
 * A closed collection as readers see it: released, and not withdrawn.
 *
 * @param absentees whom it was closed without
 * @param release which version of its figures this is, since when, whether provisional or final,
 *     and what it corrects
 */
public record ClosedCollection(
    CollectionManifest manifest, Instant closed, List<AgencyId> absentees, Release release) {
  public ClosedCollection {
    absentees = List.copyOf(absentees);
  }
}
