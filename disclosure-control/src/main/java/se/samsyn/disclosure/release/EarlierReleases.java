package se.samsyn.disclosure.release;

import java.util.List;

/** Where earlier releases and delivered extracts are found; {@link ReleaseIndex} holds them all. */
@FunctionalInterface
public interface EarlierReleases {
  /**
   * All that may be about some of the same records. More do no harm; a missing one does.
   *
   * @param release the new one or an earlier one; it is not among the results
   */
  List<PublishedRelease> intersecting(PublishedRelease release);
}
