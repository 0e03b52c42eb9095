package se.samsyn.aggregator.joint;

import se.samsyn.aggregator.release.Release;
import se.samsyn.schemas.message.CollectionManifest;

/**
 * A collection whose figures were shown and are no longer.
 *
 * @param release the withdrawn one; {@code release.latest()} says since when and why
 */
public record WithdrawnCollection(CollectionManifest manifest, Release release) {}
